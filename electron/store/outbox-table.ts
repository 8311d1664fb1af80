/** The outbox in SQL: rows are appended and never changed; what the hub took over is noted in a second table. */
import type { BatchReply } from '#contract/hub-api.ts';
import { RecordEnvelope } from '#contract/record.ts';
import type { StoreDatabase } from './connect-database.ts';
import { checkChain } from './check-chain.ts';
import type { OutboxStatus } from './store-calls.ts';

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

export class OutboxTable {
  readonly #db: StoreDatabase;
  readonly #ordinal: number;
  readonly #insert;
  readonly #lastSettled;
  readonly #settle;

  constructor(db: StoreDatabase, ordinal: number) {
    this.#db = db;
    this.#ordinal = ordinal;
    this.#insert = db.prepare<[number, number, string, string, number, string, string, string, string, string]>(
      'insert into outbox (ordinal, seq, id, kind, created_at, key_id, enc, ciphertext, hash, chain) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#lastSettled = db
      .prepare<[number], number>('select coalesce(max(seq), 0) from delivery where ordinal = ?')
      .pluck();
    this.#settle = db.prepare<[number, number, string, string | null, number]>(
      'insert into delivery (ordinal, seq, verdict, reason, settled_at) values (?, ?, ?, ?, ?)',
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
      const rows = this.#db
        .prepare<[number, number, number], StoredRow>(
          `${SELECT_ROWS} where ordinal = ? and seq > ? order by seq limit ?`,
        )
        .all(ordinal, this.#lastSettled.get(ordinal) ?? 0, limit);
      const first = rows[0];
      if (first === undefined) continue;
      return rows.filter((row, index) => row.seq === first.seq + index).map(toEnvelope);
    }
    return [];
  }

  /** Notes what the hub took over. Throws when the reply speaks of rows that do not exist. */
  settle(reply: BatchReply, at: number): void {
    const ordinal = this.#epochs().find(({ epoch }) => epoch === reply.epoch)?.ordinal;
    if (ordinal === undefined) throw new RangeError('the reply is about an epoch that this store never had');
    const settled = this.#lastSettled.get(ordinal) ?? 0;
    const verdicts = new Map(reply.verdicts.map((verdict) => [verdict.seq, verdict]));
    const rows = this.#db
      .prepare<[number, number, number], number>('select seq from outbox where ordinal = ? and seq > ? and seq <= ?')
      .pluck()
      .all(ordinal, settled, reply.ackThrough);
    if (reply.ackThrough > settled && rows.at(-1) !== reply.ackThrough) {
      throw new RangeError('the reply acknowledges more than was ever queued');
    }
    for (const seq of rows) {
      const verdict = verdicts.get(seq);
      const reason = verdict?.reason?.slice(0, REASON_LIMIT) ?? null;
      this.#settle.run(ordinal, seq, verdict?.verdict ?? 'kept', reason, at);
    }
  }

  status(now: number): OutboxStatus {
    const current = this.#epochs().at(-1);
    const span = this.#db
      .prepare<[number], { first: number; last: number }>(
        'select coalesce(min(seq), 0) first, coalesce(max(seq), 0) last from outbox where ordinal = ?',
      )
      .get(this.#ordinal) ?? { first: 0, last: 0 };
    const all = this.#count('select count(*) from outbox');
    const acknowledged = this.#count('select count(*) from delivery');
    const [oldest] = this.pending(1);
    return {
      epoch: current?.epoch ?? '',
      firstSeq: span.first,
      lastSeq: span.last,
      pending: all - acknowledged,
      acknowledged,
      quarantined: this.#count("select count(*) from delivery where verdict = 'quarantined'"),
      oldestPendingSeconds: oldest === undefined ? null : Math.max(0, Math.round((now - oldest.createdAt) / 1000)),
      chain: checkChain(this.rowsAfter(this.#ordinal, span.last - STATUS_TAIL)).chain,
    };
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

  #count(sql: string): number {
    return this.#db.prepare<[], number>(sql).pluck().get() ?? 0;
  }
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
