/** Checks consecutive outbox rows of one epoch: each hash, the chain between them, and that none is missing. */
import { CHAIN_START, type RecordEnvelope } from '#contract/record.ts';
import { chainRow, hashRow } from './hash-row.ts';
import type { ChainReport } from './store-calls.ts';

/** The first row's chain can be proven only when it is row 1; later beginnings are taken as given. */
export function checkChain(rows: Iterable<RecordEnvelope>): ChainReport {
  let previous: RecordEnvelope | null = null;
  let count = 0;
  for (const row of rows) {
    if (!fits(row, previous)) return { rows: count, chain: 'broken', brokenAt: `${row.epoch}/${row.seq}` };
    previous = row;
    count += 1;
  }
  return { rows: count, chain: 'ok', brokenAt: null };
}

function fits(row: RecordEnvelope, previous: RecordEnvelope | null): boolean {
  if (row.hash !== hashRow(row)) return false;
  if (previous === null) return row.seq > 1 || row.chain === chainRow(CHAIN_START, row.hash);
  return row.seq === previous.seq + 1 && row.chain === chainRow(previous.chain, row.hash);
}
