/** Deletes what the hub took over long ago, from the front only, and keeps the link that proves the rest of the chain. */
import { CHAIN_START } from '#contract/record.ts';
import type { ChainLink } from './check-chain.ts';
import type { StoreDatabase } from './connect-database.ts';

/** Of each epoch the newest row stays: the next one is chained to it. */
const OLD_ROWS = `
  select ordinal, seq, chain, settled_at, verdict from outbox left join delivery using (ordinal, seq)
  where ordinal = ? and seq < (select max(seq) from outbox where ordinal = ?)
  order by seq limit ?`;

interface OldRow {
  readonly seq: number;
  readonly chain: string;
  readonly settled_at: number | null;
  readonly verdict: string | null;
}

/** To be called in a transaction. `before`: wall time in ms. Returns how many rows went, at most `limit`. */
export function pruneOutbox(db: StoreDatabase, before: number, limit: number): number {
  const ordinals = db.prepare<[], number>('select ordinal from epoch order by ordinal').pluck().all();
  let left = limit;
  for (const ordinal of ordinals) {
    if (left === 0) break;
    const old = db.prepare<[number, number, number], OldRow>(OLD_ROWS).all(ordinal, ordinal, left);
    const end = old.findIndex((row) => !isDone(row, before));
    const gone = end === -1 ? old : old.slice(0, end);
    const last = gone.at(-1);
    if (last === undefined) continue;
    for (const table of ['delivery', 'outbox'])
      db.prepare(`delete from ${table} where ordinal = ? and seq <= ?`).run(ordinal, last.seq);
    db.prepare(
      `insert into pruned (ordinal, through_seq, chain) values (?, ?, ?)
       on conflict (ordinal) do update set through_seq = excluded.through_seq, chain = excluded.chain`,
    ).run(ordinal, last.seq, last.chain);
    left -= gone.length;
  }
  return limit - left;
}

function isDone({ settled_at, verdict }: OldRow, before: number): boolean {
  return settled_at !== null && verdict !== 'lostByHub' && settled_at < before;
}

/** What the first row of the epoch that is still there must be chained to. */
export function readStart(db: StoreDatabase, ordinal: number): ChainLink {
  const pruned = db
    .prepare<[number], ChainLink>('select through_seq seq, chain from pruned where ordinal = ?')
    .get(ordinal);
  return pruned ?? { seq: 0, chain: CHAIN_START };
}
