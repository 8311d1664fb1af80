/** The other places of the district: those that are open first, then the nearest. */
import { needsOf } from '../language/needs.ts';
import type { Service } from '../language/service.ts';
import type { Station } from '../language/station.ts';
import type { Content } from '../release/content.ts';
import { type Direction, directionTo, metresBetween } from './distance.ts';
import { isOpenAt, type Moment } from './open-now.ts';

export interface FoundPlace {
  readonly station: Station;
  readonly metres: number;
  readonly direction: Direction;
  readonly open: boolean;
}

/** `service`: only places that can do it; null for all. */
export function findPlaces(
  { stations, workingDays }: Pick<Content, 'stations' | 'workingDays'>,
  here: Station,
  service: Service | null,
  now: Moment,
): readonly FoundPlace[] {
  return [...stations.values()]
    .filter((station) => station.id !== here.id && (service === null || isAbleTo(station, service)))
    .map((station) => ({
      station,
      metres: metresBetween(here.position, station.position),
      direction: directionTo(here.position, station.position),
      open: isOpenAt(station, now, workingDays),
    }))
    .toSorted((one, other) => Number(other.open) - Number(one.open) || one.metres - other.metres);
}

/** It lists the service, and has every device that the service can't be done without. */
function isAbleTo({ services, devices }: Station, service: Service): boolean {
  const has = new Set<string>(devices);
  const needed = needsOf(service).required.filter((need) => need !== 'Line' && need !== 'Room' && need !== 'Day');
  return service.offered && services.includes(service.id) && needed.every((need) => has.has(need));
}
