/** How often the device host was started since the kiosk was, and when last: seen by its process id. */
import type { Clock } from '#contract/clock.ts';
import type { MachineReport } from '#contract/technician/machine.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';

/** A device host that was started again tells every status anew: no start is missed. */
export function watchStarts(
  devices: Pick<ServiceableDeviceHost, 'pid' | 'onStatus'>,
  clock: Clock,
): () => MachineReport['deviceHost'] {
  let seen = { pid: devices.pid, startedAt: clock.now(), starts: 1 };
  const look = (): MachineReport['deviceHost'] => {
    if (devices.pid !== seen.pid) seen = { pid: devices.pid, startedAt: clock.now(), starts: seen.starts + 1 };
    return seen;
  };
  devices.onStatus(look);
  return look;
}
