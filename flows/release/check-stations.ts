/** Whether a station has the devices that the services it lists can't be done without. */
import { DeviceClass } from '#contract/devices/classes.ts';
import { tell } from '../findings/findings.table.ts';
import { deviceWords } from '../findings/things.table.ts';
import { needsOf } from '../language/needs.ts';
import type { Service } from '../language/service.ts';
import type { Station } from '../language/station.ts';
import type { Problem } from './finding.ts';

export function checkStations(
  stations: ReadonlyMap<string, Station>,
  services: ReadonlyMap<string, Service>,
): readonly Problem[] {
  return [...stations].flatMap(([id, { services: listed, devices }]) =>
    listed.flatMap((name, index) => {
      const service = services.get(name);
      if (service === undefined) return [];
      const missing = needsOf(service).required.filter(
        (need) => DeviceClass.safeParse(need).success && !devices.some((has) => has === need),
      );
      return missing.map((need) => ({
        ...tell('station.lacks', { service: name, device: deviceWords(need), class: need }),
        file: `stations/${id}`,
        path: ['services', index],
      }));
    }),
  );
}
