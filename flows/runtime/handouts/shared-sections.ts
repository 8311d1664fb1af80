/** What a list for one citizen and a guide for everybody both say: conditions, time, people, places, telephones. */
import { dayInWords } from '../../language/day-in-words.ts';
import { makesCase, type Service } from '../../language/service.ts';
import { decidedBy } from '../../notice/decided-by.ts';
import { momentOf } from '../views/place-words.ts';
import { inARow } from '../views/in-a-row.ts';
import type { Scene } from '../views/scene.ts';

/** With several services each line says whose it is. */
function ofEach({ t, say }: Scene, services: readonly Service[], lines: (service: Service) => readonly string[]) {
  const own = (service: Service, what: string): string =>
    services.length === 1 ? what : t('notice.of', { service: say(service.title), what });
  return services.flatMap((service) => lines(service).map((line) => own(service, line)));
}

const onceEach = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

/** Some of these are seen only when the card is read: whoever reads them beforehand need not come in vain. */
export function conditions(scene: Scene, services: readonly Service[]): readonly string[] {
  return onceEach(ofEach(scene, services, ({ conditions: all }) => all.map((line) => scene.say(line))));
}

export function deadlines(scene: Scene, services: readonly Service[]): readonly string[] {
  const { t, language, content } = scene;
  const due = (workdays: number) => decidedBy(momentOf(scene), workdays, content.workingDays);
  const start = due(0);
  const decided = services.some((service) => makesCase(service));
  return [
    ...(decided && start.waits ? [t('notice.waits', { day: dayInWords(start.starts, language) })] : []),
    ...ofEach(scene, services, (service) => {
      if (!makesCase(service)) return [t('fact.atOnce')];
      const { promised: days } = service.timeLimits;
      return [t('notice.decided', { days, day: dayInWords(due(days).by, language) })];
    }),
  ];
}

export function whoMayCome(scene: Scene, services: readonly Service[]): readonly string[] {
  const { t } = scene;
  const lines = ofEach(scene, services, ({ agent }) => [t(agent ? 'notice.agent' : 'notice.inPerson')]);
  const all = new Set(services.map(({ agent }) => agent));
  return all.size === 1 ? [t(all.has(true) ? 'notice.agent' : 'notice.inPerson')] : lines;
}

/** 授权委托书 to be copied or signed on this very paper; none where nobody may come for somebody else. */
export function powerOfAttorney(scene: Scene, services: readonly Service[]): readonly string[] {
  const { t, say, language } = scene;
  const forOthers = services.filter(({ agent }) => agent);
  if (forOthers.length === 0) return [];
  const titles = inARow(
    forOthers.map(({ title }) => say(title)),
    language,
  );
  return [t('notice.power.asks', { services: titles }), t('notice.power.until'), t('notice.power.signed')];
}

export function places(scene: Scene, services: readonly Service[]): readonly string[] {
  const { t, say, station } = scene;
  const here = services.every(({ offered }) => offered);
  const at = t('notice.place', { name: say(station.name), address: say(station.address) });
  return here ? [at, say(station.directions)] : [];
}

export function phones(scene: Scene, services: readonly Service[]): readonly string[] {
  const { t, say, content, station } = scene;
  const help = station.helpPhones.map(({ hours, phone }) => t('notice.phone', { who: say(hours), phone }));
  const offices = services.flatMap(({ office }) => content.offices[office] ?? []);
  const complaints = offices.map(({ name, complaintPhone }) =>
    t('notice.complaint', { office: say(name), phone: complaintPhone }),
  );
  return onceEach([...help, ...complaints]);
}
