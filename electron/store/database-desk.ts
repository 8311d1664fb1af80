/** Answers the store's requests with SQL; writes come in groups, each group is one transaction. */
import { isDiskFull, type Ballast } from './ballast.ts';
import type { StoreDatabase } from './connect-database.ts';
import type { OpenedDatabase } from './open-database.ts';
import { OutboxTable } from './outbox-table.ts';
import { pruneOutbox } from './prune-outbox.ts';
import { CaseSequence, SessionTable } from './session-table.ts';
import type { StoreCalls, StoreNotice, StoreReads, StoreRequest, StoreWrites } from './store-calls.ts';

type WriteReply = StoreWrites[keyof StoreWrites]['reply'];

export interface DeskNeeds {
  readonly database: Pick<OpenedDatabase, 'db' | 'ordinal'>;
  readonly ballast: Pick<Ballast, 'room' | 'spare' | 'takeUp'>;
  readonly note: (notice: StoreNotice) => void;
}

export class DatabaseDesk {
  readonly #db: StoreDatabase;
  readonly #ballast: DeskNeeds['ballast'];
  readonly #note: DeskNeeds['note'];
  readonly #outbox: OutboxTable;
  readonly #sessions: SessionTable;
  readonly #cases: CaseSequence;
  readonly #commit;

  constructor({ database: { db, ordinal }, ballast, note }: DeskNeeds) {
    this.#db = db;
    this.#ballast = ballast;
    this.#note = note;
    this.#outbox = new OutboxTable(db, ordinal);
    this.#sessions = new SessionTable(db);
    this.#cases = new CaseSequence(db, ordinal);
    this.#commit = db.transaction((group: readonly StoreRequest<keyof StoreWrites>[]) =>
      group.map((write) => this.#write(write)),
    ).immediate;
  }

  /** Returns only after COMMIT did. Throws when it failed, and then nothing of the group is there. */
  commit(group: readonly StoreRequest<keyof StoreWrites>[]): WriteReply[] {
    return this.#ballast.spare(() => this.#commit(group));
  }

  read(call: StoreRequest<keyof StoreReads>): StoreCalls[keyof StoreReads]['reply'] {
    switch (call.name) {
      case 'pending':
        return this.#outbox.pending(call.request);
      case 'takenThrough':
        return this.#outbox.takenThrough(call.request);
      case 'status':
        return this.#outbox.status(call.request);
      case 'verify':
        return this.#outbox.verify();
      case 'page':
        return this.#outbox.page(call.request.after, call.request.limit);
      case 'snapshots':
        return this.#sessions.all();
      case 'sessionPage':
        return this.#sessions.page(call.request);
      case 'room':
        return this.#ballast.room();
      case 'takeUpBallast':
        this.#ballast.takeUp();
        return null;
      case 'truncate':
        this.#truncate();
        return null;
      case 'close':
        this.#db.close();
        return null;
    }
  }

  #write(call: StoreRequest<keyof StoreWrites>): WriteReply {
    switch (call.name) {
      case 'step': {
        const { keep, forget, pages, dropped, rows, at } = call.request;
        if (keep !== null) this.#sessions.keep(keep, at);
        for (const page of pages) this.#sessions.keepPage(page);
        for (const page of dropped) this.#sessions.dropPage(page);
        if (forget !== null) this.#sessions.forget(forget);
        for (const row of rows) this.#outbox.append(row);
        return null;
      }
      case 'reserve':
        return this.#cases.take(call.request.station, call.request.day, call.request.count);
      case 'prune':
        return pruneOutbox(this.#db, call.request.before, call.request.limit);
      case 'settle':
        this.#outbox.settle(call.request.reply, call.request.at);
        return null;
    }
  }

  /** What was deleted can't be read in any case: it was sealed with a key that is gone. */
  #truncate(): void {
    try {
      this.#ballast.spare(() => this.#db.pragma('wal_checkpoint(TRUNCATE)'));
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#note({ event: 'store.notTruncated', detail: {} });
    }
  }
}
