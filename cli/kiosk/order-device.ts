/** One command to one device: through the running kiosk, or, when none runs, by opening the device here. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { callControl, type ControlFault } from '#electron/control/call-control.ts';
import { startDeviceHost } from '#electron/devices/device-host-client.ts';
import { systemClock } from '#electron/main/system-clock.ts';

export interface DeviceOrder {
  readonly device: DeviceConfig;
  /** A name of the contract, for example `selfTest`. */
  readonly command: string;
  readonly payload: Json;
  readonly timeoutMs: number;
}

/** Who did it, for the words: a device opened here can be tried in other ways too. */
export type OrderedBy = 'kiosk' | 'here';

export interface OrderAnswer {
  readonly by: OrderedBy;
  /** A refusal's code is a fault of the contract or of the control socket; `detail` is the device's own words. */
  readonly completion: Result<Json, { readonly code: string; readonly detail: string }>;
}

/** Nothing was heard of it: that is not known to be well. */
const ONLY_IN_THE_PAGE = {
  code: 'camera.absent',
  detail: 'a camera can be asked only while the kiosk runs: its picture lives in the kiosk’s page',
};

/** On top of the command's own limit, for the way there and back. */
const CONTROL_GRACE_MS = 5_000;
const SELF_TEST_LIMIT_MS = 8_000;

/** Fails when a kiosk runs but can't be asked; the device itself then belongs to that kiosk. */
export async function orderDevice(config: KioskConfig, order: DeviceOrder): Promise<Result<OrderAnswer, ControlFault>> {
  const { device, command, payload, timeoutMs } = order;
  const asked = await callControl(
    'device.execute',
    { device: device.id, command, payload, timeoutMs },
    { store: config.store, clock: systemClock, timeoutMs: timeoutMs + CONTROL_GRACE_MS },
  );
  if (asked.ok) return ok({ by: 'kiosk', completion: ok(asked.value) });
  if (asked.fault.kind === 'absent') return ok(await orderHere(order));
  if (asked.fault.kind !== 'refused') return asked;
  const { code, message } = asked.fault;
  return code.startsWith('control.') ? asked : ok({ by: 'kiosk', completion: fail({ code, detail: message }) });
}

/** Opens the device alone, in a device host of its own as a kiosk does, and lets go of it again. */
async function orderHere({ device, command, payload, timeoutMs }: DeviceOrder): Promise<OrderAnswer> {
  if (device.class === 'Camera') return { by: 'here', completion: fail(ONLY_IN_THE_PAGE) };
  const host = await startDeviceHost({ devices: [device], clock: systemClock, log: () => undefined });
  try {
    host.claim('kiosk');
    // Fresh from being opened a device knows nothing of itself yet.
    if (command === 'status') await host.perform(device.id, 'selfTest', {}, { timeoutMs: SELF_TEST_LIMIT_MS });
    const done = await host.perform(device.id, command, payload, { timeoutMs });
    if (done.ok) return { by: 'here', completion: done };
    const { code, completion: how, detail } = done.fault;
    return { by: 'here', completion: fail({ code, detail: detail ?? how }) };
  } finally {
    await host.close();
  }
}
