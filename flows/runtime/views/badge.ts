/** The badge of a service: finishable now here, taken in now and decided by a day, or not here and where instead. */
import type { z } from 'zod';
import type { Badge } from '#contract/screen/parts.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { needsOf } from '../../language/needs.ts';
import { makesCase, type Service } from '../../language/service.ts';
import { decidedBy } from '../../notice/decided-by.ts';
import { obstacleTo } from '../doable.ts';
import { momentOf, placesNear } from './place-words.ts';
import type { Scene } from './scene.ts';

export function badgeOf(scene: Scene, service: Service): z.infer<typeof Badge> {
  const { t, say, language, content, availability } = scene;
  if (!service.offered) return { tone: 'attention', text: t('badge.notOffered') };
  if (obstacleTo(service, availability) !== null) {
    // A line that is down here may be down there too: nobody is sent on a vain way.
    const lacksLine = needsOf(service).required.includes('Line') && availability.lack('Line') !== null;
    const nearest = lacksLine ? undefined : placesNear(scene, service)[0];
    if (nearest === undefined) return { tone: 'attention', text: t('badge.notNow') };
    const place = say(nearest.station.name);
    return { tone: 'attention', text: t(nearest.open ? 'badge.elsewhere' : 'badge.elsewhereLater', { place }) };
  }
  if (!makesCase(service)) return { tone: 'calm', text: t('badge.now') };
  const { by } = decidedBy(momentOf(scene), service.timeLimits.promised, content.workingDays);
  return { tone: 'calm', text: t('badge.intake', { day: dayInWords(by, language) }) };
}
