/** Checks consecutive outbox rows of one epoch: each hash, the chain between them, and that none is missing. */
import type { RecordEnvelope } from '#contract/record.ts';
import { chainRow, hashRow } from './hash-row.ts';
import type { ChainReport } from './store-calls.ts';

/** A row, as far as the next one is chained to it. */
export interface ChainLink {
  readonly seq: number;
  readonly chain: string;
}

/** `start`: what the first row is chained to; null when the rows before it were not looked at. */
export function checkChain(rows: Iterable<RecordEnvelope>, start: ChainLink | null): ChainReport {
  let previous = start;
  let count = 0;
  for (const row of rows) {
    if (!fits(row, previous)) return { rows: count, chain: 'broken', brokenAt: `${row.epoch}/${row.seq}` };
    previous = row;
    count += 1;
  }
  return { rows: count, chain: 'ok', brokenAt: null };
}

function fits(row: RecordEnvelope, previous: ChainLink | null): boolean {
  if (row.hash !== hashRow(row)) return false;
  return previous === null || (row.seq === previous.seq + 1 && row.chain === chainRow(previous.chain, row.hash));
}
