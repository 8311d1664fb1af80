/** What day it is, also on a machine whose clock is wrong: the hub's word counts, and from then on time that never jumps. */
import type { Clock } from '#contract/clock.ts';
import type { ClockVerdict } from '#contract/control.ts';
import type { Log } from '#contract/log.ts';

export interface TimekeeperState {
  /** How far this machine's clock is ahead of the hub's; null until the hub was heard. */
  readonly aheadMs: number | null;
  /** The clock can't be right, and nobody has said yet what is. */
  readonly wrong: 'behind' | 'ahead' | null;
}

export interface Timekeeper extends Clock {
  /** The machine's own clock. */
  readonly machine: Clock;
  /** Somebody who is trusted says what time it is now. */
  hear(now: number): void;
  /** Such a word from before this process began. */
  remember(at: number): void;
  state(): TimekeeperState;
  /** The machine's clock in a word. */
  verdict(): ClockVerdict;
  /** Called when `wrong` changed; returns a function that stops listening. */
  onChange(listen: () => void): () => void;
  stop(): void;
}

/** A clock this close is right: the hub says whole seconds, and its word may be some seconds on its way. */
const RIGHT_WITHIN_MS = 60_000;
/** No kiosk of this program ran earlier. A clock without a battery wakes up in 1970. */
const EARLIEST = Date.UTC(2026, 0, 1);
/** Nobody leaves a kiosk without its hub for so long; a clock that says so is ahead. */
const LONGEST_SILENCE_MS = 400 * 24 * 3_600_000;
const LOOK_EVERY_MS = 5_000;

/** Until somebody trusted was heard, the machine's clock is taken as it is; whether it can be right, `state` says. */
export function keepTime(machine: Clock, log: Log): Timekeeper {
  const listeners = new Set<() => void>();
  let heard: { readonly now: number; readonly monotonic: number } | null = null;
  let remembered: number | null = null;
  let wrong: TimekeeperState['wrong'] = null;
  let saidAhead = false;
  let cancel = (): void => {};

  /** Whole milliseconds, as every wall time. */
  const trusted = (): number | null =>
    heard === null ? null : Math.round(heard.now + (machine.monotonic() - heard.monotonic));
  const ahead = (): number | null => {
    const right = trusted();
    return right === null ? null : machine.now() - right;
  };
  const judge = (): TimekeeperState['wrong'] => {
    if (heard !== null) return null;
    const now = machine.now();
    if (now < Math.max(remembered ?? EARLIEST, EARLIEST) - RIGHT_WITHIN_MS) return 'behind';
    return remembered !== null && now > remembered + LONGEST_SILENCE_MS ? 'ahead' : null;
  };
  const isOff = (aheadMs: number | null): boolean => aheadMs !== null && Math.abs(aheadMs) > RIGHT_WITHIN_MS;
  const look = (): void => {
    const aheadMs = ahead();
    const off = isOff(aheadMs);
    if (off !== saidAhead) log(off ? 'clock.off' : 'clock.right', { aheadSeconds: Math.round((aheadMs ?? 0) / 1000) });
    saidAhead = off;
    const before = wrong;
    wrong = judge();
    if (wrong === before) return;
    log(wrong === null ? 'clock.known' : 'clock.wrong', wrong === null ? {} : { wrong });
    for (const listen of listeners) listen();
  };
  const lookOn = (): void => {
    look();
    cancel = machine.after(LOOK_EVERY_MS, lookOn);
  };
  lookOn();
  return {
    machine,
    now: () => {
      const right = trusted();
      const own = machine.now();
      return right === null || Math.abs(own - right) <= RIGHT_WITHIN_MS ? own : right;
    },
    monotonic: () => machine.monotonic(),
    after: (ms, then) => machine.after(ms, then),
    hear: (now) => {
      heard = { now, monotonic: machine.monotonic() };
      look();
    },
    remember: (at) => {
      remembered = Math.max(remembered ?? at, at);
      look();
    },
    state: () => ({ aheadMs: ahead(), wrong }),
    verdict: () => {
      if (heard === null) return judge() === null ? 'unknown' : 'wrong';
      return isOff(ahead()) ? 'off' : 'ok';
    },
    onChange: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    stop: () => cancel(),
  };
}
