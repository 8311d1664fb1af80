/** Sums of what devices did: added, and what was added between two looks at a device host that may have been started anew. */
import type { StorageCounts } from '#contract/devices/cash-acceptor.ts';
import type { DeviceStatistics } from '#contract/devices/statistics.ts';
import type { DeviceSums } from '#contract/technician/totals.ts';

const PLAIN = ['commands', 'faults', 'questions', 'retries', 'damagedFrames', 'reconnects'] as const;

export const NOTHING: DeviceSums = {
  commands: 0,
  faults: 0,
  questions: 0,
  retries: 0,
  damagedFrames: 0,
  reconnects: 0,
  counted: {},
};

export function sumsOf({ counted, storage, ...rest }: DeviceStatistics): DeviceSums {
  const stored = storage === undefined ? {} : storageByName(storage);
  return { ...combine(NOTHING, rest, (_none, count) => count), counted: { ...counted, ...stored } };
}

function storageByName({ deposited, returned, unrecognized, rejected }: StorageCounts): Record<string, number> {
  const named = (name: string, counts: StorageCounts['deposited']): [string, number][] =>
    counts.map(({ valueFen, count }) => [`${name}/${valueFen}`, count]);
  const byValue = Object.fromEntries([...named('deposited', deposited), ...named('returned', returned)]);
  return { ...byValue, unrecognized, rejected };
}

export function plus(one: DeviceSums, other: DeviceSums): DeviceSums {
  return { ...combine(one, other, (a, b) => a + b), counted: byName(one, other, (a, b) => a + b) };
}

/** What was done since `before` was read of the same device host. */
export function minus(after: DeviceSums, before: DeviceSums): DeviceSums {
  return { ...combine(after, before, lessOf), counted: byName(after, before, lessOf) };
}

export function isNothing(sums: DeviceSums): boolean {
  return PLAIN.every((name) => sums[name] === 0) && Object.values(sums.counted).every((count) => count === 0);
}

function lessOf(after: number, before: number): number {
  return Math.max(0, after - before);
}

type Plain = Readonly<Record<(typeof PLAIN)[number], number>>;

function combine(one: Plain, other: Plain, join: (one: number, other: number) => number): Plain {
  return {
    commands: join(one.commands, other.commands),
    faults: join(one.faults, other.faults),
    questions: join(one.questions, other.questions),
    retries: join(one.retries, other.retries),
    damagedFrames: join(one.damagedFrames, other.damagedFrames),
    reconnects: join(one.reconnects, other.reconnects),
  };
}

function byName(one: DeviceSums, other: DeviceSums, join: (one: number, other: number) => number) {
  const names = new Set([...Object.keys(one.counted), ...Object.keys(other.counted)]);
  return Object.fromEntries([...names].map((name) => [name, join(one.counted[name] ?? 0, other.counted[name] ?? 0)]));
}
