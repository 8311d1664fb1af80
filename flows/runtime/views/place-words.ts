/** Other places in words: how far and which way, when they are open, what can be done there. */
import type { Service } from '../../language/service.ts';
import { type Station, Weekday } from '../../language/station.ts';
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

export function hoursOf(scene: Scene, station: Station): string {
  const { t, language } = scene;
  if (isAlwaysOpen(station)) return t('place.always');
  const hours = station.openings.map(({ days, from, to }) =>
    t('place.hours', { days: daysInWords(scene, days), from, to }),
  );
  return hours.join(language === 'zh-CN' ? '；' : '; ');
}

/** 周一至周五 where days follow each other, else one by one. */
function daysInWords({ t, language }: Scene, days: Station['openings'][number]['days']): string {
  const [first, ...rest] = Weekday.options.filter((day) => days.includes(day));
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return first === undefined ? '' : t(`day.${first}`);
  if (days.length === Weekday.options.length) return t('day.every');
  const inARun = Weekday.options.indexOf(last) - Weekday.options.indexOf(first) === rest.length;
  if (inARun && rest.length > 1) return t('day.range', { from: t(`day.${first}`), to: t(`day.${last}`) });
  return inARow(
    [first, ...rest].map((day) => t(`day.${day}`)),
    language,
  );
}
