/** What was read of pages lasts no longer than the page it was read from, and neither does the answer it filled in. */
import type { ElementId, PageId } from '#contract/ids.ts';
import type { PlanContext } from './plan-context.ts';

type Reads = Pick<PlanContext, 'answers' | 'read'>;

/** An answer that the citizen has changed since is the citizen's own, and stays. */
export function withoutReadsOf(gone: readonly PageId[], { answers, read }: Reads): Reads {
  const ends = (id: string): boolean => gone.some((page) => page === read[id as ElementId]?.page);
  const changed = (id: string): boolean => answers[id as ElementId] !== read[id as ElementId]?.value;
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !ends(id) || changed(id))),
    read: Object.fromEntries(Object.entries(read).filter(([id]) => !ends(id))),
  };
}
