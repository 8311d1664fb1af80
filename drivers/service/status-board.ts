/** What is known of one device, every value with its time and source; listeners hear of changes only. */
import { unknownValue, type DeviceState, type DeviceStatus, type StatusValue } from '#contract/devices/status.ts';
import type { Clock } from '#contract/clock.ts';

export interface StatusBoard {
  read(): DeviceStatus;
  /** Values that are not named keep what they had. */
  learn(state: DeviceState, source: StatusValue['source'], values?: Readonly<Record<string, string>>): void;
  /** The device can't be heard: whatever was known is unknown now. */
  lose(state: DeviceState): void;
  listen(listener: (status: DeviceStatus) => void): () => void;
}

export function makeStatusBoard(clock: Clock, names: readonly string[]): StatusBoard {
  const listeners = new Set<(status: DeviceStatus) => void>();
  const nothing = (): DeviceStatus['values'] =>
    Object.fromEntries(names.map((name) => [name, unknownValue(clock.now())]));
  let status: DeviceStatus = { state: 'starting', values: nothing() };

  const put = (next: DeviceStatus): void => {
    const changed =
      next.state !== status.state || names.some((name) => next.values[name]?.value !== status.values[name]?.value);
    status = next;
    if (changed) for (const listener of listeners) listener(status);
  };
  return {
    read: () => status,
    learn(state, source, values = {}) {
      const at = clock.now();
      const learnt = Object.entries(values).map(([name, value]) => [name, { value, at, source }] as const);
      put({ state, values: { ...status.values, ...Object.fromEntries(learnt) } });
    },
    lose: (state) => put({ state, values: nothing() }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
