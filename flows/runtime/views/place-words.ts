/** Other places in words: how far and which way, when they are open, what can be done there. */
import type { Service } from '../../language/service.ts';
import type { Station } from '../../language/station.ts';
import { findPlaces, type FoundPlace } from '../../places/find-places.ts';
import { isAlwaysOpen, type Moment } from '../../places/open-now.ts';
import { timeAtStation } from './days.ts';
import { inARow } from './in-a-row.ts';
import type { Scene } from './scene.ts';

export function momentOf({ now, station }: Scene): Moment {
  const [day = '', time = ''] = timeAtStation(now, station.timeZone).split(' ');
  return { day, time };
}

/** `service`: only where it can be done; null for all places. */
export function placesNear(scene: Scene, service: Service | null): readonly FoundPlace[] {
  return findPlaces(scene.content, scene.station, service, momentOf(scene));
}

/** 约1.2公里，东北方向. */
export function wayTo({ t }: Scene, { metres, direction }: FoundPlace): string {
  const towards = t(`place.${direction}`);
  if (metres < 950) return t('place.metres', { metres: Math.max(50, Math.round(metres / 50) * 50), towards });
  return t('place.kilometres', { kilometres: (metres / 1000).toFixed(1), towards });
}

export function hoursOf({ t, language }: Scene, station: Station): string {
  if (isAlwaysOpen(station)) return t('place.always');
  const hours = station.openings.map(({ days, from, to }) =>
    t('place.hours', {
      days: inARow(
        days.map((day) => t(`day.${day}`)),
        language,
      ),
      from,
      to,
    }),
  );
  return hours.join(language === 'zh-CN' ? '；' : '; ');
}
