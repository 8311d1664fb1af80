/** What is known of one device, every value with its time and source; listeners hear of changes, and now and then that all is as it was. */
import { unknownValue, type DeviceState, type DeviceStatus, type StatusValue } from '#contract/devices/status.ts';
import type { Clock } from '#contract/clock.ts';

export interface StatusBoard {
  read(): DeviceStatus;
  /** Values that are not named keep what they had. */
  learn(state: DeviceState, source: StatusValue['source'], values?: Readonly<Record<string, string>>): void;
  /** In service or out of it: three failed self-tests in a row put it out, one that passes takes it back. */
  serve(inService: boolean): void;
  /** The device can't be heard: whatever was known is unknown now. */
  lose(state: DeviceState): void;
  listen(listener: (status: DeviceStatus) => void): () => void;
}

/** Who listens knows a value's age to this; a reader that is asked three times a second needn't say so three times. */
const TELL_AGAIN_MS = 60_000;

/** A value of every device; absent until its first self-test has ended. */
const SERVICE = 'service';

export function makeStatusBoard(clock: Clock, names: readonly string[]): StatusBoard {
  const listeners = new Set<(status: DeviceStatus) => void>();
  let status: DeviceStatus = {
    state: 'starting',
    values: Object.fromEntries(names.map((name) => [name, unknownValue(clock.now())])),
  };
  let toldAt = clock.monotonic();

  const put = (next: DeviceStatus): void => {
    const changed =
      next.state !== status.state ||
      [...names, SERVICE].some((name) => next.values[name]?.value !== status.values[name]?.value);
    status = next;
    if (!changed && clock.monotonic() - toldAt < TELL_AGAIN_MS) return;
    toldAt = clock.monotonic();
    for (const listener of listeners) listener(status);
  };
  /** What was known once is inferred to be unknown now; what never was known still isn't. */
  const lost = (value: StatusValue | undefined): StatusValue =>
    value === undefined || value.source === 'never'
      ? unknownValue(clock.now())
      : { value: 'unknown', at: clock.now(), source: 'inferred' };
  return {
    read: () => status,
    learn(state, source, values = {}) {
      const at = clock.now();
      const learnt = Object.entries(values).map(([name, value]) => [name, { value, at, source }] as const);
      put({ state, values: { ...status.values, ...Object.fromEntries(learnt) } });
    },
    serve(inService) {
      const value = { value: inService ? 'in' : 'out', at: clock.now(), source: 'inferred' } as const;
      put({ state: status.state, values: { ...status.values, [SERVICE]: value } });
    },
    lose(state) {
      const unknown = Object.fromEntries(names.map((name) => [name, lost(status.values[name])]));
      put({ state, values: { ...status.values, ...unknown } });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
