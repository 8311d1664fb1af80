/** Counts what a device does, from the moment its driver is opened; times of the last thousand questions. */
import type { DeviceStatistics } from '#contract/devices/statistics.ts';

const REMEMBERED = 1_000;

export interface Tally {
  /** One question and its reply took this long, repetitions and all. */
  asked(tookMs: number, retries: number): void;
  damaged(): void;
  reconnected(): void;
  commanded(faulty: boolean): void;
  /** What this class counts besides: `sheets`, `notes`, `cards`. */
  count(what: string, howMany?: number): void;
  read(): DeviceStatistics;
}

export function openTally(): Tally {
  const sums = { commands: 0, faults: 0, questions: 0, retries: 0, damagedFrames: 0, reconnects: 0 };
  const counted = new Map<string, number>();
  const times: number[] = [];
  return {
    asked(tookMs, retries) {
      times[sums.questions % REMEMBERED] = tookMs;
      sums.questions += 1;
      sums.retries += retries;
    },
    damaged: () => void (sums.damagedFrames += 1),
    reconnected: () => void (sums.reconnects += 1),
    commanded(faulty) {
      sums.commands += 1;
      if (faulty) sums.faults += 1;
    },
    count: (what, howMany = 1) => void counted.set(what, (counted.get(what) ?? 0) + howMany),
    read: () => ({ ...sums, ...timesOf(times), counted: Object.fromEntries(counted) }),
  };
}

function timesOf(times: readonly number[]): Pick<DeviceStatistics, 'meanMs' | 'p99Ms'> {
  if (times.length === 0) return { meanMs: null, p99Ms: null };
  const sorted = times.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, each) => total + each, 0);
  return { meanMs: sum / sorted.length, p99Ms: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? null };
}
