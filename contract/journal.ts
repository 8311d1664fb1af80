/** What the session asks of storage: one step, one transaction, on disk before the next screen. */
import type { CaseNumber } from './case-number.ts';
import type { Day, PageId, RecordId, SessionId } from './ids.ts';
import type { Json } from './json.ts';
import type { PageAttached, RecordDraft } from './record.ts';

export interface JournalStep {
  readonly session: SessionId;
  /** The whole session as plain data; kept sealed under the session's own key. */
  readonly snapshot: Json;
  /** Rows for the outbox, sealed to the hub, committed with the snapshot or not at all. */
  readonly records: readonly RecordDraft[];
  /** Pages: kept sealed under the session's own key, dropped, or sealed to the hub; with the snapshot or not at all. */
  readonly pages?: PageChanges;
}

export interface PageChanges {
  /** JPEG as base64. */
  readonly keep: ReadonlyMap<PageId, string>;
  readonly drop: readonly PageId[];
  readonly attach: readonly PageDraft[];
}

/** A kept page that goes to the hub; only the journal sees its bytes. */
export interface PageDraft {
  readonly id: RecordId;
  readonly page: PageId;
  readonly body: Omit<PageAttached, 'jpeg'>;
}

export interface OpenSession {
  readonly session: SessionId;
  readonly snapshot: Json;
}

export interface Journal {
  /** Makes the per-session key; nothing is written yet. */
  openSession(): Promise<SessionId>;
  /** Resolves only after COMMIT returned with synchronous=FULL. A rejection means: stop, the process must end. */
  commit(step: JournalStep): Promise<void>;
  /** Numbers never given before, even after a crash; gaps are possible. */
  reserveCaseNumbers(day: Day, count: number): Promise<readonly CaseNumber[]>;
  /** A page that this session kept; null when it has no such page. */
  readPage(session: SessionId, page: PageId): Promise<string | null>;
  /** Destroys the session's key, its snapshot and its pages. Its outbox rows stay. Rows in `records` commit with the forgetting. */
  forgetSession(session: SessionId, records?: readonly RecordDraft[]): Promise<void>;
  /** The session that was open when the last process ended, if its key still exists. */
  recoverSession(): Promise<OpenSession | null>;
}
