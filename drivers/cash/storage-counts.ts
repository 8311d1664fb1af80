/** Counts what came to rest where, by value, each item once however often its place is told: XFS4IoT storage counts. */
import type { CashHappening, CashPlace, StorageCounts } from '#contract/devices/cash-acceptor.ts';

/** An item is told again only soon after it came to rest. */
const REMEMBERED = 50;

export interface StorageBook {
  /** An item was seen, and what it is worth. */
  seen(mark: string, valueFen: number): void;
  /** `valueFen`: null when whoever tells doesn't know; then it is what was seen before. */
  rests(happening: CashHappening): void;
  rejected(): void;
  read(): StorageCounts;
}

export function openStorageBook(): StorageBook {
  const values = new Map<string, number>();
  const places = new Map<string, CashPlace>();
  const deposited = new Map<number, number>();
  const returned = new Map<number, number>();
  let unrecognized = 0;
  let rejected = 0;
  return {
    seen: (mark, valueFen) => remember(values, mark, valueFen),
    rests({ mark, place, valueFen }) {
      if (place === 'inDoubt' || places.has(mark)) return;
      remember(places, mark, place);
      const value = valueFen ?? values.get(mark);
      if (value !== undefined) countOne(place === 'stored' ? deposited : returned, value);
      else if (place === 'stored') unrecognized += 1;
    },
    rejected: () => void (rejected += 1),
    read: () => ({ deposited: byValue(deposited), returned: byValue(returned), unrecognized, rejected }),
  };
}

function remember<T>(map: Map<string, T>, mark: string, value: T): void {
  map.set(mark, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

function countOne(counts: Map<number, number>, valueFen: number): void {
  counts.set(valueFen, (counts.get(valueFen) ?? 0) + 1);
}

function byValue(counts: ReadonlyMap<number, number>): StorageCounts['deposited'] {
  return [...counts].map(([valueFen, count]) => ({ valueFen, count })).toSorted((a, b) => a.valueFen - b.valueFen);
}
