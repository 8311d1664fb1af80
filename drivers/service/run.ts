/** One running command: its events, its end from outside (cancelled, out of time), and the fault that follows from it. */
import type { Clock } from '#contract/clock.ts';
import type { CommandOptions } from '#contract/devices/classes.ts';
import type { DeviceFault } from '#contract/devices/completion.ts';
import type { Json } from '#contract/json.ts';

export interface Run {
  /** Aborted when the command must end now. */
  readonly signal: AbortSignal;
  /** Why, once it is; null while the command may go on. */
  endedBy(): 'canceled' | 'timeOut' | null;
  /** `detail` holds what the class's contract says of this event, if anything. */
  event(name: string, detail?: Json): void;
}

export interface OpenRun extends Run {
  /** The command is over: stops its timer and its listener. */
  close(): void;
}

export function openRun(options: CommandOptions, clock: Clock): OpenRun {
  const controller = new AbortController();
  let ended: 'canceled' | 'timeOut' | null = null;
  const end = (how: 'canceled' | 'timeOut') => (): void => {
    ended ??= how;
    controller.abort();
  };
  const cancel = end('canceled');
  const { cancelled } = options;
  cancelled?.addEventListener('abort', cancel, { once: true });
  if (cancelled?.aborted) cancel();
  const stopTimer = clock.after(options.timeoutMs, end('timeOut'));
  return {
    signal: controller.signal,
    endedBy: () => ended,
    event: (name, detail) => options.onEvent?.(name, detail),
    close() {
      stopTimer();
      cancelled?.removeEventListener('abort', cancel);
    },
  };
}

/** Resolves after `ms`, or at once when the run ends. */
export function rest(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      stopTimer();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stopTimer = clock.after(ms, done);
    signal.addEventListener('abort', done, { once: true });
  });
}

export const CANCELED: DeviceFault = { code: 'device.canceled', completion: 'canceled' };
/** The wire went away in the middle of a command. */
export const LOST: DeviceFault = { code: 'device.lost', completion: 'deviceNotReady' };
/** The wire was never there. */
export const MISSING: DeviceFault = { code: 'device.missing', completion: 'deviceNotReady' };
