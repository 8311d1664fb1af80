/** Holds the devices for technicians' commands, and never takes them from a citizen (law 4). */
import { ControlRefusal } from '../control/control-refusal.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';

export type KioskClaim = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Holds the devices as `kiosk` for as long as some technician's command runs. A citizen who begins meanwhile takes them
 * over, which ends the command. Rejects with ControlRefusal while a citizen is served.
 */
export function kioskClaims(devices: Pick<ServiceableDeviceHost, 'holder' | 'claim' | 'release'>): KioskClaim {
  let running = 0;
  return async (work) => {
    const holder = devices.holder();
    if (holder !== null && holder !== 'kiosk') {
      throw new ControlRefusal('device.busy', 'A citizen is being served.');
    }
    running += 1;
    if (holder === null) devices.claim('kiosk');
    try {
      return await work();
    } finally {
      running -= 1;
      if (running === 0) devices.release('kiosk');
    }
  };
}
