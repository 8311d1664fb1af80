/** Asks the hub about the list of broken promises, and enters and lifts. */
import { BrokenPromise, PromiseList, type EnterBrokenPromise } from '#contract/promise-list.ts';
import { ask, type Answer } from './ask-hub.ts';

export type PromiseListAnswer = ReturnType<typeof PromiseList.parse>;

const PATIENCE_MS = 10_000;

/** Of one case, or all of them. */
export async function askPromises(caseNumber: string | null, stop: AbortSignal): Promise<Answer<PromiseListAnswer>> {
  const query = caseNumber === null ? '' : `?${new URLSearchParams({ caseNumber }).toString()}`;
  return await ask(`/v1/broken-promises${query}`, PromiseList, stop);
}

/** Asking twice enters nothing twice. The hub checks the case number. */
export async function enterPromise(
  entry: Omit<EnterBrokenPromise, 'caseNumber' | 'until'> & {
    readonly caseNumber: string;
    readonly until: string | null;
  },
): Promise<Answer<BrokenPromise>> {
  return await ask('/v1/broken-promises', BrokenPromise, AbortSignal.timeout(PATIENCE_MS), entry);
}

/** Asking twice does nothing twice. */
export async function liftPromise(id: string, reason: string): Promise<Answer<BrokenPromise>> {
  return await ask(`/v1/broken-promises/${id}/lift`, BrokenPromise, AbortSignal.timeout(PATIENCE_MS), { reason });
}
