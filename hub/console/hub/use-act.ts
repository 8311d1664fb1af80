/** Acts on one case, one thing at a time, and says how it went. */
import { useState } from 'react';
import type { CaseDetail } from '#contract/hub-api.ts';
import type { DeskAction } from '#contract/hub-desk.ts';
import { act, type Trouble } from './ask-hub.ts';

const PATIENCE_MS = 10_000;

export interface Acting {
  readonly busy: boolean;
  /** Why the last attempt failed. */
  readonly trouble: Trouble | null;
  /** What was done last on this page. */
  readonly done: DeskAction['kind'] | null;
  /** Null when it is done, otherwise why not. */
  readonly start: (action: DeskAction) => Promise<Trouble | null>;
}

/** `renew` gets the case as it is afterwards. */
export function useAct(caseNumber: string, renew: (detail: CaseDetail) => void): Acting {
  const [state, setState] = useState<Omit<Acting, 'start'>>({ busy: false, trouble: null, done: null });
  const start = async (action: DeskAction): Promise<Trouble | null> => {
    setState({ busy: true, trouble: null, done: null });
    const answer = await act(caseNumber, action, AbortSignal.timeout(PATIENCE_MS));
    if (!answer.ok) {
      setState({ busy: false, trouble: answer.fault, done: null });
      return answer.fault;
    }
    renew(answer.value);
    setState({ busy: false, trouble: null, done: action.kind });
    return null;
  };
  return { ...state, start };
}
