/** The case list as it grows: the newest page is asked for again and again, older pages when somebody wants them. */
import { useEffect, useState } from 'react';
import type { CaseRow } from '#contract/hub-api.ts';
import { askCases, type Trouble, type Wanted } from './ask-hub.ts';
import { gatherCases, type Gathered, NOTHING } from './gather-cases.ts';
import { poll } from './poll.ts';

const EVERY_MS = 2_000;
const PATIENCE_MS = 10_000;

interface State extends Gathered {
  readonly trouble: Trouble | null;
  /** Wall time of the last good answer, ms. */
  readonly at: number | null;
}

export interface Cases {
  /** Newest first; null until the hub answered once. */
  readonly rows: readonly CaseRow[] | null;
  /** Numbers of cases that came while this list was open. */
  readonly fresh: ReadonlySet<string>;
  readonly trouble: Trouble | null;
  readonly at: number | null;
  /** Null when there are no older ones. */
  readonly more: (() => Promise<void>) | null;
}

/** A component that wants other cases needs another `key`. */
export function useCases({ search, state: wantedState }: Wanted): Cases {
  const [state, setState] = useState<State>({ ...NOTHING, trouble: null, at: null });
  useEffect(
    () =>
      poll({
        ask: (stop) => askCases({ search, state: wantedState }, '', stop),
        everyMs: EVERY_MS,
        answered: (answer, at) =>
          setState((before) =>
            answer.ok
              ? { ...gatherCases(before, answer.value, 'newest'), trouble: null, at }
              : { ...before, trouble: answer.fault },
          ),
      }),
    [search, wantedState],
  );
  const { next } = state;
  const more = async (): Promise<void> => {
    if (next === null) return;
    const older = await askCases({ search, state: wantedState }, next, AbortSignal.timeout(PATIENCE_MS));
    setState((before) => {
      if (!older.ok) return { ...before, trouble: older.fault };
      return before.next === next ? { ...before, ...gatherCases(before, older.value, 'older') } : before;
    });
  };
  return { ...state, more: next === null ? null : more };
}
