/** Looks a database over before it is trusted. */
import { checkChain } from './check-chain.ts';
import type { StoreDatabase } from './connect-database.ts';
import { OutboxTable } from './outbox-table.ts';
import { readStart } from './prune-outbox.ts';

/** How many of an epoch's newest rows are hashed again at each start. */
const TAIL = 256;

interface EpochSpan {
  readonly ordinal: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** A word for what is wrong, null when nothing is. May throw SQLite's corruption errors. */
export function findDamage(db: StoreDatabase): string | null {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'quickCheck';
  const [broken] = db.pragma('foreign_key_check') as unknown[];
  if (broken !== undefined) return 'foreignKeys';
  const spans = db
    .prepare<[], EpochSpan>(
      'select ordinal, min(seq) first, max(seq) last, count(*) count from outbox group by ordinal order by ordinal desc',
    )
    .all();
  const newest = db.prepare<[], number>('select max(ordinal) from epoch').pluck().get();
  for (const { ordinal, first, last, count } of spans) {
    // Only the newest epoch promises to be whole; older ones hold what could be rescued.
    if (ordinal !== newest) continue;
    const start = readStart(db, ordinal);
    if (first !== start.seq + 1 || last - first + 1 !== count) return 'gap';
    const from = Math.max(start.seq, last - TAIL);
    try {
      const tail = new OutboxTable(db, ordinal).rowsAfter(ordinal, from);
      if (checkChain(tail, from === start.seq ? start : null).chain === 'broken') return 'chain';
    } catch {
      return 'row';
    }
  }
  return null;
}
