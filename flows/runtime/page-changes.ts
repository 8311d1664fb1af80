/** What one step of a visit means for the pages in the journal: kept, dropped, or on their way to the hub with the cases. */
import type { PageId, RecordId } from '#contract/ids.ts';
import type { PageChanges } from '#contract/journal.ts';
import { papersNow } from '../compile/papers.ts';
import { stopsOf } from '../compile/stops.ts';
import { contextOf, type RunningPlan, type Visit } from './visit.ts';

function pageIds({ plan }: Visit): readonly PageId[] {
  return plan === null ? [] : Object.values(contextOf(plan).pages).flatMap((pages) => pages.map(({ id }) => id));
}

/** `taken`: pictures that came with this step; one that the step did not want is not kept. */
export function pageChanges(
  before: Visit,
  after: Visit,
  taken: ReadonlyMap<PageId, string>,
  newRecordId: () => RecordId,
): PageChanges {
  const there = new Set(pageIds(after));
  return {
    keep: new Map([...taken].filter(([id]) => there.has(id))),
    drop: pageIds(before).filter((id) => !there.has(id)),
    attach: hasSubmitted(after.plan) && !hasSubmitted(before.plan) ? drafts(after.plan, newRecordId) : [],
  };
}

function hasSubmitted(plan: RunningPlan | null): plan is RunningPlan {
  return plan !== null && contextOf(plan).submittedAt !== null;
}

function drafts(running: RunningPlan, newRecordId: () => RecordId): PageChanges['attach'] {
  const context = contextOf(running);
  const papers = papersNow(stopsOf(running.plan), running.rules, context);
  // Submitting asked the same rules a moment ago.
  if (!papers.ok) throw new RangeError('papers that cannot be told');
  return papers.value.flatMap(({ material, services, pages }) => {
    const caseNumbers = context.cases.filter(({ service }) => services.includes(service)).map((row) => row.caseNumber);
    return pages.map(({ id, codes }, index) => ({
      id: newRecordId(),
      page: id,
      body: { kind: 'page.attached' as const, caseNumbers, material, page: index + 1, of: pages.length, codes },
    }));
  });
}
