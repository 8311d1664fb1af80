/** One rung of the ladder of self-tests at one device; what a card or a code said meanwhile is dropped here. */
import type { Clock } from '#contract/clock.ts';
import type { Completion } from '#contract/devices/completion.ts';
import { FAULTS } from '#contract/faults.table.ts';
import type { DeviceId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import type { TestReport } from '#contract/technician/cabinet.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';

export interface DeviceTest {
  readonly device: DeviceId;
  readonly command: string;
  readonly payload: Json;
  readonly timeoutMs: number;
}

export async function testDevice(
  devices: Pick<ServiceableDeviceHost, 'perform' | 'status'>,
  { device, command, payload, timeoutMs }: DeviceTest,
  clock: Clock,
): Promise<TestReport> {
  const began = clock.monotonic();
  const completion = await devices.perform(device, command, payload, { timeoutMs });
  return {
    passed: completion.ok && cameOut(completion.value),
    tookMs: clock.monotonic() - began,
    fault: faultOf(completion),
    status: devices.status(device),
  };
}

function faultOf(completion: Completion<Json>): TestReport['fault'] {
  if (completion.ok) {
    if (cameOut(completion.value)) return null;
    const code = 'printer.unconfirmed';
    return { code, advice: FAULTS[code].technician, detail: null };
  }
  const { code, detail } = completion.fault;
  return { code, advice: FAULTS[code].technician, detail: detail ?? null };
}

/** A print completes also when nobody can know whether it came out; that is no pass. */
function cameOut(result: Json): boolean {
  if (typeof result !== 'object' || result === null || !('outcome' in result)) return true;
  return result['outcome'] === 'printed';
}
