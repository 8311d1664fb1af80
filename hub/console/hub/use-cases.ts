/** The case list as it grows: the newest page is asked for again and again, older pages when somebody wants them. */
import { useCallback, useEffect, useState } from 'react';
import type { CaseList, CaseRow } from '#contract/hub-api.ts';
import { askCases, type Trouble } from './ask-hub.ts';
import { gatherCases, type Gathered, NOTHING } from './gather-cases.ts';
import { usePolled } from './use-polled.ts';

const EVERY_MS = 2_000;

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

export function useCases(search: string): Cases {
  const ask = useCallback((stop: AbortSignal) => askCases(search, '', stop), [search]);
  const { value, trouble, at } = usePolled<CaseList>(ask, EVERY_MS);
  const [gathered, setGathered] = useState<Gathered>(NOTHING);
  useEffect(() => setGathered(NOTHING), [search]);
  useEffect(() => {
    if (value) setGathered((before) => gatherCases(before, value, 'newest'));
  }, [value]);
  const { next } = gathered;
  const more = async (): Promise<void> => {
    if (next === null) return;
    const older = await askCases(search, next, AbortSignal.timeout(10_000));
    if (older.ok) setGathered((before) => (before.next === next ? gatherCases(before, older.value, 'older') : before));
  };
  return { rows: gathered.rows, fresh: gathered.fresh, trouble, at, more: next === null ? null : more };
}
