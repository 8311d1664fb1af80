/** Whether a station has the devices that the services it lists can't be done without. */
import { DeviceClass } from '#contract/devices/classes.ts';
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
        rule: 'station.lacks',
        file: `stations/${id}`,
        path: ['services', index],
        message: `"${name}" can't be done here: the station has no ${need}`,
        suggestion: `add ${need} to devices, or take the service off this station's list`,
      }));
    }),
  );
}
