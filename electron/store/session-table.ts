/** The open session's sealed snapshot and pages, and the day's case numbers, in SQL. */
import type { StoreDatabase } from './connect-database.ts';
import type { SealedPage, SealedSnapshot } from './store-calls.ts';

export class SessionTable {
  readonly #keep;
  readonly #forget;
  readonly #all;
  readonly #keepPage;
  readonly #dropPage;
  readonly #forgetPages;
  readonly #page;

  constructor(db: StoreDatabase) {
    this.#keep = db.prepare<[string, Uint8Array, number]>(
      `insert into session_snapshot (session, sealed, committed_at) values (?, ?, ?)
       on conflict (session) do update set sealed = excluded.sealed, committed_at = excluded.committed_at`,
    );
    this.#forget = db.prepare<[string]>('delete from session_snapshot where session = ?');
    this.#all = db.prepare<[], SealedSnapshot>(
      'select session, sealed from session_snapshot order by committed_at desc, rowid desc',
    );
    this.#keepPage = db.prepare<[string, string, Uint8Array]>(
      'insert into session_page (session, page, sealed) values (?, ?, ?)',
    );
    this.#dropPage = db.prepare<[string, string]>('delete from session_page where session = ? and page = ?');
    this.#forgetPages = db.prepare<[string]>('delete from session_page where session = ?');
    this.#page = db
      .prepare<[string, string], Uint8Array>('select sealed from session_page where session = ? and page = ?')
      .pluck();
  }

  keep({ session, sealed }: SealedSnapshot, at: number): void {
    this.#keep.run(session, sealed, at);
  }

  forget(session: string): void {
    this.#forget.run(session);
    this.#forgetPages.run(session);
  }

  keepPage({ session, page, sealed }: SealedPage): void {
    this.#keepPage.run(session, page, sealed);
  }

  dropPage({ session, page }: Pick<SealedPage, 'session' | 'page'>): void {
    this.#dropPage.run(session, page);
  }

  page({ session, page }: Pick<SealedPage, 'session' | 'page'>): Uint8Array | null {
    return this.#page.get(session, page) ?? null;
  }

  /** Newest first. */
  all(): SealedSnapshot[] {
    return this.#all.all();
  }
}

export class CaseSequence {
  readonly #take;
  readonly #floor: number;

  constructor(db: StoreDatabase, ordinal: number) {
    this.#floor =
      db.prepare<[number], number>('select case_floor from epoch where ordinal = ?').pluck().get(ordinal) ?? 0;
    this.#take = db
      .prepare<{ station: string; day: string; first: number; count: number }, number>(
        `insert into case_sequence (station, day, last) values (:station, :day, :first + :count - 1)
         on conflict (station, day) do update set last = last + :count returning last`,
      )
      .pluck();
  }

  /** The first of `count` numbers that were never given before. */
  take(station: string, day: string, count: number): number {
    const last = this.#take.get({ station, day, first: this.#floor + 1, count });
    if (last === undefined) throw new Error('SQLite returned no case number');
    return last - count + 1;
  }
}
