/** Reads what passes on a device's wire: from the running kiosk, or, when none runs, by opening the device here. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import type { TracePage, TraceRequest } from '#contract/devices/trace.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { callControl, type ControlFault } from '#electron/control/call-control.ts';
import { startDeviceHost } from '#electron/devices/device-host-client.ts';
import { systemClock } from '#electron/main/system-clock.ts';

export interface TraceReader {
  read(asked: TraceRequest): Promise<Result<TracePage, ControlFault>>;
  /** Also ends a `read` under way. */
  close(): Promise<void>;
}

/** On top of the wait that was asked for, for the way there and back. */
const CONTROL_GRACE_MS = 5_000;
const SELF_TEST_LIMIT_MS = 8_000;

/** Fails when a kiosk runs but can't be asked: the device belongs to that kiosk. */
export async function traceDevice(
  config: KioskConfig,
  device: DeviceConfig,
): Promise<Result<TraceReader, ControlFault>> {
  const closing = new AbortController();
  const ask = (asked: TraceRequest): Promise<Result<TracePage, ControlFault>> =>
    callControl(
      'device.trace',
      { device: device.id, asked },
      {
        store: config.store,
        clock: systemClock,
        timeoutMs: asked.waitMs + CONTROL_GRACE_MS,
        cancelled: closing.signal,
      },
    );
  const first = await ask({ after: null, waitMs: 0 });
  if (first.ok) return ok({ read: ask, close: async () => closing.abort() });
  return first.fault.kind === 'absent' ? ok(await traceHere(device)) : first;
}

/** Nobody else talks to the device, so the trace begins with its self-test. */
async function traceHere(device: DeviceConfig): Promise<TraceReader> {
  const host = await startDeviceHost({ devices: [device], clock: systemClock, log: () => undefined });
  host.claim('kiosk');
  await host.perform(device.id, 'selfTest', {}, { timeoutMs: SELF_TEST_LIMIT_MS });
  return {
    read: async (asked) => {
      const page = await host.trace(device.id, asked);
      if (page.ok) return page;
      const { code, completion, detail } = page.fault;
      return fail({ kind: 'refused', code, message: detail ?? completion });
    },
    close: () => host.close(),
  };
}
