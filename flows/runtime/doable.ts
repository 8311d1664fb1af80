/** What can be begun here now: a service's needs against what of the kiosk can be had at this moment. */
import type { Availability, Lack, Need } from '#contract/devices/availability.ts';
import { needsOf } from '../language/needs.ts';
import type { Service } from '../language/service.ts';
import type { Station } from '../language/station.ts';
import type { Content } from '../release/content.ts';

/** Why the service can't be begun now; null when it can. */
export function obstacleTo(service: Service, availability: Availability): Lack | null {
  return firstLack(needsOf(service).required, availability);
}

export interface Missed {
  readonly need: Need;
  readonly lack: Lack;
}

/** What the citizen will go without if the service is begun now, for example a receipt. */
export function missedBy(service: Service, availability: Availability): readonly Missed[] {
  return needsOf(service).helpful.flatMap((need) => {
    const lack = availability.lack(need);
    return lack === null ? [] : [{ need, lack }];
  });
}

/** The services that this station offers under this release, whether they can be done now or not. */
export function offeredAt(station: Station, content: Content): readonly Service[] {
  return station.services.flatMap((id) => content.services.get(id) ?? []).filter((service) => service.offered);
}

/** Why nothing at all can be done here now; null while something can. */
export function closedBy(services: readonly Service[], availability: Availability): Lack | null {
  const obstacles = services.map((service) => obstacleTo(service, availability));
  return obstacles.includes(null) ? null : (obstacles[0] ?? null);
}

function firstLack(needs: readonly Need[], availability: Availability): Lack | null {
  for (const need of needs) {
    const lack = availability.lack(need);
    if (lack !== null) return lack;
  }
  return null;
}
