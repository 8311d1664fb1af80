/** Time of a suite: it stands still while anything can go on by itself, and then jumps to the next thing that is due. */
import type { Clock } from '#contract/clock.ts';
import { nextTurn } from './pass-time.ts';

interface Alarm {
  readonly at: number;
  readonly then: () => void;
}

export class SuiteClock implements Clock {
  #now = 0;
  /** Ordered by their time; few at any moment. */
  #alarms: Alarm[] = [];

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  after(ms: number, then: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, ms), then };
    const behind = this.#alarms.findIndex(({ at }) => at > alarm.at);
    this.#alarms.splice(behind < 0 ? this.#alarms.length : behind, 0, alarm);
    return () => {
      this.#alarms = this.#alarms.filter((each) => each !== alarm);
    };
  }

  /** How much is planned: what grows for ever shows here. */
  get planned(): number {
    return this.#alarms.length;
  }

  /** Whatever is due next, no later than `until`; false when there is nothing. */
  ring(until: number): boolean {
    const next = this.#alarms[0];
    if (!next || next.at > until) return false;
    this.#alarms.shift();
    this.#now = next.at;
    next.then();
    return true;
  }

  jump(to: number): void {
    this.#now = Math.max(this.#now, to);
  }
}

/** `late`: not settled within the clock's `limitMs`. */
export async function within<T>(clock: SuiteClock, limitMs: number, pending: Promise<T>): Promise<T | 'late'> {
  const until = clock.monotonic() + limitMs;
  let settled = false;
  const watched = pending.finally(() => {
    settled = true;
  });
  watched.catch(() => undefined);
  for (;;) {
    await nextTurn();
    if (settled) return watched;
    if (!clock.ring(until)) return 'late';
  }
}

/** Lets `ms` pass, with everything that happens meanwhile. */
export async function pass(clock: SuiteClock, ms: number): Promise<void> {
  const until = clock.monotonic() + ms;
  for (;;) {
    await nextTurn();
    if (!clock.ring(until)) break;
  }
  clock.jump(until);
}
