/** The outbox in SQL: rows are appended and never changed; what the hub took over is noted in a second table. */
import type { OutboxPlace } from '#contract/control.ts';
import type { BatchReply } from '#contract/hub-api.ts';
import { RecordEnvelope } from '#contract/record.ts';
import type { StoreDatabase } from './connect-database.ts';
import { checkChain } from './check-chain.ts';
import { readStart } from './prune-outbox.ts';
import type { ChainReport, OutboxPage, OutboxStatus } from './store-calls.ts';

export interface StoredRow {
  readonly ordinal: number;
  readonly epoch: string;
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly created_at: number;
  readonly key_id: string;
  readonly enc: string;
  readonly ciphertext: string;
  readonly hash: string;
  readonly chain: string;
}

export const SELECT_ROWS = 'select outbox.*, epoch.epoch from outbox join epoch using (ordinal)';
/** How many of the newest rows `status` checks. */
const STATUS_TAIL = 64;
const REASON_LIMIT = 300;

/** Rows the hub does not have. */
const OPEN = `not exists (
  select 1 from delivery
  where delivery.ordinal = outbox.ordinal and delivery.seq = outbox.seq and verdict <> 'lostByHub'
)`;

export class OutboxTable {
  readonly #db: StoreDatabase;
  readonly #ordinal: number;
  readonly #insert;
  readonly #open;
  readonly #openThrough;
  readonly #note;
  /** By epoch: no open row lies at or before this one. Saves looking through months of delivered rows. */
  readonly #settledThrough = new Map<number, number>();

  /** By epoch: how far the hub said it had come when it was sent everything again. */
  readonly #gapAt = new Map<number, number>();

  constructor(db: StoreDatabase, ordinal: number) {
    this.#db = db;
    this.#ordinal = ordinal;
    this.#insert = db.prepare<[number, number, string, string, number, string, string, string, string, string]>(
      'insert into outbox (ordinal, seq, id, kind, created_at, key_id, enc, ciphertext, hash, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#open = db.prepare<[number, number, number], StoredRow>(
      `${SELECT_ROWS} where ordinal = ? and seq > ? and ${OPEN} order by seq limit ?`,
    );
    this.#openThrough = db
      .prepare<[number, number, number], number>(
        `select seq from outbox where ordinal = ? and seq > ? and seq <= ? and ${OPEN} order by seq`,
      )
      .pluck();
    this.#note = db.prepare<[string, string | null, number, number, number]>(
      `insert into delivery (ordinal, seq, verdict, reason, settled_at)
       select ordinal, seq, ?, ?, ? from outbox where ordinal = ? and seq = ?
       on conflict (ordinal, seq) do update
       set verdict = excluded.verdict, reason = excluded.reason, settled_at = excluded.settled_at`,
    );
  }

  append(row: RecordEnvelope, ordinal: number = this.#ordinal): void {
    const { keyId, enc, ciphertext } = row.sealed;
    const { seq, id, kind, createdAt, hash, chain } = row;
    this.#insert.run(ordinal, seq, id, kind, createdAt, keyId, enc, ciphertext, hash, chain);
  }

  /** The oldest rows the hub does not have, of one epoch and without a gap: what fits in one batch. */
  pending(limit: number): RecordEnvelope[] {
    for (const { ordinal } of this.#epochs()) {
      const rows = untilFull(this.#open.iterate(ordinal, this.#settledThrough.get(ordinal) ?? 0, limit));
      const first = rows[0];
      this.#settledThrough.set(ordinal, (first?.seq ?? this.#last(ordinal) + 1) - 1);
      if (first !== undefined) return rows.filter((row, index) => row.seq === first.seq + index).map(toEnvelope);
    }
    return [];
  }

  /** Rows the hub does not have, of all epochs, oldest first; `after` is where the page before ended. */
  page(after: OutboxPlace | null, limit: number): OutboxPage {
    const { ordinal, seq } = after ?? { ordinal: 0, seq: 0 };
    const open = this.#db.prepare<[number, number, number, number], StoredRow>(
      `${SELECT_ROWS} where (ordinal > ? or (ordinal = ? and seq > ?)) and ${OPEN} order by ordinal, seq limit ?`,
    );
    const rows = untilFull(open.iterate(ordinal, ordinal, seq, limit));
    const last = rows.at(-1);
    const next =
      last === undefined || (rows.length < limit && !isFull(rows)) ? null : { ordinal: last.ordinal, seq: last.seq };
    return { rows: rows.map(toEnvelope), next };
  }

  /** The newest row of the epoch that the hub ever took over; 0 when none. */
  takenThrough(epoch: string): number {
    return (
      this.#db
        .prepare<[string], number>(
          'select coalesce(max(seq), 0) from delivery join epoch using (ordinal) where epoch = ?',
        )
        .pluck()
        .get(epoch) ?? 0
    );
  }

  /**
   * Notes what the hub took over: each row with a verdict, and everything up to `ackThrough`. A row beside a hole that
   * a damaged file left is beyond `ackThrough` for ever; its verdict is enough.
   */
  settle(reply: BatchReply, at: number): void {
    const ordinal = this.#epochs().find(({ epoch }) => epoch === reply.epoch)?.ordinal;
    if (ordinal === undefined) return;
    this.#markLost(ordinal, reply, at);
    for (const { seq, verdict, reason } of reply.verdicts) {
      if (verdict === 'other') continue;
      this.#note.run(verdict, reason?.slice(0, REASON_LIMIT) ?? null, at, ordinal, seq);
    }
    // Never all that waits: after weeks without a hub that is more than fits into a moment.
    for (const seq of this.#openThrough.all(ordinal, this.#settledThrough.get(ordinal) ?? 0, reply.ackThrough))
      this.#note.run('kept', null, at, ordinal, seq);
  }

  /**
   * A hub that lacks the very row it would have to have next, although it took it over, was set back: send again. When
   * it was set back beyond what was pruned here, it gets all that is left, once: its gap will never close.
   */
  #markLost(ordinal: number, reply: BatchReply, at: number): void {
    const sentFrom = Math.min(...reply.verdicts.map(({ seq }) => seq));
    const { seq: prunedThrough } = readStart(this.#db, ordinal);
    if (reply.ackThrough < prunedThrough && this.#gapAt.get(ordinal) === reply.ackThrough) return;
    this.#gapAt.set(ordinal, reply.ackThrough);
    const next = Math.max(reply.ackThrough, prunedThrough) + 1;
    if (next >= sentFrom || !this.#has(ordinal, next)) return;
    const lost = this.#db
      .prepare<[number, number, number, number]>(
        "update delivery set verdict = 'lostByHub', settled_at = ? where ordinal = ? and seq >= ? and seq < ?",
      )
      .run(at, ordinal, next, Math.min(sentFrom, this.#last(ordinal) + 1));
    if (lost.changes > 0) this.#settledThrough.set(ordinal, next - 1);
  }

  status(now: number): OutboxStatus {
    const current = this.#epochs().at(-1);
    const span = this.#db
      .prepare<[number], { first: number; last: number }>(
        'select coalesce(min(seq), 0) first, coalesce(max(seq), 0) last from outbox where ordinal = ?',
      )
      .get(this.#ordinal) ?? { first: 0, last: 0 };
    const all = this.#count('select count(*) from outbox');
    const acknowledged = this.#count("select count(*) from delivery where verdict <> 'lostByHub'");
    const [oldest] = this.pending(1);
    return {
      epoch: current?.epoch ?? '',
      firstSeq: span.first,
      lastSeq: span.last,
      pending: all - acknowledged,
      acknowledged,
      quarantined: this.#count("select count(*) from delivery where verdict = 'quarantined'"),
      oldestPendingSeconds: oldest === undefined ? null : Math.max(0, Math.round((now - oldest.createdAt) / 1000)),
      chain: checkChain(this.rowsAfter(this.#ordinal, span.last - STATUS_TAIL), null).chain,
    };
  }

  /** Every row of the current epoch that is still here, from what the first one is chained to. */
  verify(): ChainReport {
    return checkChain(this.rowsAfter(this.#ordinal, 0), readStart(this.#db, this.#ordinal));
  }

  /** In order, one at a time; `seq` is where to begin, the row itself not included. */
  *rowsAfter(ordinal: number, seq: number): Generator<RecordEnvelope> {
    const rows = this.#db.prepare<[number, number], StoredRow>(
      `${SELECT_ROWS} where ordinal = ? and seq > ? order by seq`,
    );
    for (const row of rows.iterate(ordinal, seq)) yield toEnvelope(row);
  }

  #epochs(): { ordinal: number; epoch: string }[] {
    return this.#db
      .prepare<[], { ordinal: number; epoch: string }>('select ordinal, epoch from epoch order by ordinal')
      .all();
  }

  #last(ordinal: number): number {
    return (
      this.#db
        .prepare<[number], number>('select coalesce(max(seq), 0) from outbox where ordinal = ?')
        .pluck()
        .get(ordinal) ?? 0
    );
  }

  #has(ordinal: number, seq: number): boolean {
    return this.#db.prepare('select 1 from outbox where ordinal = ? and seq = ?').get(ordinal, seq) !== undefined;
  }

  #count(sql: string): number {
    return this.#db.prepare<[], number>(sql).pluck().get() ?? 0;
  }
}

/** Rows with pictures are large: a batch ends before it is too much for one request, but never without its first row. */
const BATCH_BYTES = 2 * 1024 * 1024;

function sizeOf(rows: readonly StoredRow[]): number {
  return rows.reduce((sum, { ciphertext }) => sum + ciphertext.length, 0);
}

function isFull(rows: readonly StoredRow[]): boolean {
  return sizeOf(rows) >= BATCH_BYTES;
}

function untilFull(some: Iterable<StoredRow>): StoredRow[] {
  const rows: StoredRow[] = [];
  for (const row of some) {
    rows.push(row);
    if (isFull(rows)) break;
  }
  return rows;
}

/** Throws when the stored row is not an envelope any more. */
export function toEnvelope(row: StoredRow): RecordEnvelope {
  return RecordEnvelope.parse({
    epoch: row.epoch,
    seq: row.seq,
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at,
    sealed: { keyId: row.key_id, enc: row.enc, ciphertext: row.ciphertext },
    hash: row.hash,
    chain: row.chain,
  });
}
