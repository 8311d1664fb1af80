/** Asks the hub which papers are owed. */
import { OwedList } from '#contract/hub-parts.ts';
import { ask, type Answer } from './ask-hub.ts';

export async function askOwed(stop: AbortSignal): Promise<Answer<OwedList>> {
  return await ask('/v1/owed-papers', OwedList, stop);
}
