/** Joins pages of the case list into one, although new cases keep coming on top. */
import type { CaseList, CaseRow } from '#contract/hub-api.ts';

export interface Gathered {
  readonly rows: readonly CaseRow[] | null;
  readonly fresh: ReadonlySet<string>;
  /** Where the oldest page so far ends. */
  readonly next: string | null;
}

export const NOTHING: Gathered = { rows: null, fresh: new Set(), next: null };

export function gatherCases(before: Gathered, page: CaseList, which: 'newest' | 'older'): Gathered {
  if (before.rows === null) return { rows: page.cases, fresh: new Set(), next: page.next };
  const inPage = new Set(page.cases.map((row) => row.caseNumber));
  const others = before.rows.filter((row) => !inPage.has(row.caseNumber));
  if (which === 'older') return { ...before, rows: [...others, ...page.cases], next: page.next };
  // What the newest page would hold and does not is no longer in the state that this list shows.
  const oldest = page.next === null ? -Infinity : (page.cases.at(-1)?.receivedAt ?? -Infinity);
  const rest = others.filter((row) => row.receivedAt <= oldest);
  const known = new Set(before.rows.map((row) => row.caseNumber));
  const overlaps = page.cases.some((row) => known.has(row.caseNumber));
  // So many came at once that there may be a hole between them and what we had: start over from the newest.
  if (!overlaps && page.next !== null) return { rows: page.cases, fresh: before.fresh, next: page.next };
  // A case the desk has acted on may be new in this list, but it is not a case that has just come.
  const arrived = page.cases
    .filter((row) => row.state === 'received' && !known.has(row.caseNumber))
    .map((row) => row.caseNumber);
  return {
    rows: [...page.cases, ...rest],
    fresh: arrived.length === 0 ? before.fresh : new Set([...before.fresh, ...arrived]),
    next: page.next === null ? null : before.next,
  };
}
