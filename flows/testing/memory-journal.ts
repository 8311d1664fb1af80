/** A journal in memory that keeps everything it was told, so that a test can look, crash and recover. */
import { makeCaseNumber, type CaseNumber } from '#contract/case-number.ts';
import { type PageId, SessionId, type StationId } from '#contract/ids.ts';
import type { Journal, OpenSession } from '#contract/journal.ts';
import type { Json } from '#contract/json.ts';
import type { RecordDraft } from '#contract/record.ts';

export interface MemoryJournal extends Journal {
  /** What would be sealed to the hub, oldest first. */
  readonly records: readonly RecordDraft[];
  /** What lies there of pictures, by page. */
  readonly pages: ReadonlyMap<PageId, string>;
  readonly commits: number;
  /** The open session's snapshot; null once it is forgotten. */
  snapshot(): OpenSession | null;
  /** The next commits reject, as after a failed fsync. */
  fail(): void;
}

export function memoryJournal(station: StationId): MemoryJournal {
  const records: RecordDraft[] = [];
  const pages = new Map<PageId, string>();
  let open: OpenSession | null = null;
  let sessions = 0;
  let numbers = 0;
  let commits = 0;
  let failing = false;
  return {
    records,
    pages,
    get commits() {
      return commits;
    },
    snapshot: () => open,
    fail: () => {
      failing = true;
    },
    openSession: () => {
      sessions += 1;
      return Promise.resolve(SessionId.parse(`00000000-0000-4000-8000-${String(sessions).padStart(12, '0')}`));
    },
    commit: (step) => {
      if (failing) return Promise.reject(new Error('fsync failed'));
      commits += 1;
      // Through text, as storage does it: what isn't plain data would be lost here and be noticed.
      open = { session: step.session, snapshot: JSON.parse(JSON.stringify(step.snapshot)) as Json };
      records.push(...step.records);
      for (const { id, page, body } of step.pages?.attach ?? [])
        records.push({ id, body: { ...body, jpeg: pages.get(page) ?? '' } });
      for (const [id, bytes] of step.pages?.keep ?? []) pages.set(id, bytes);
      for (const id of step.pages?.drop ?? []) pages.delete(id);
      return Promise.resolve();
    },
    reserveCaseNumbers: (day, count) => {
      const given: CaseNumber[] = [];
      for (let index = 0; index < count; index += 1) {
        numbers += 1;
        given.push(makeCaseNumber(station, day, numbers));
      }
      return Promise.resolve(given);
    },
    forgetSession: (_session, last = []) => {
      open = null;
      pages.clear();
      records.push(...last);
      return Promise.resolve();
    },
    readPage: (_session, page) => Promise.resolve(pages.get(page) ?? null),
    recoverSession: () => Promise.resolve(open),
  };
}
