/** Lifts an entry of the list of broken promises, with a reason. */
import { useState } from 'react';
import type { BrokenPromise } from '#contract/promise-list.ts';
import type { Trouble } from '../hub/ask-hub.ts';
import { liftPromise } from '../hub/ask-promises.ts';
import { PROMISE_WORDS } from '../words/promise-words.ts';
import { useWords } from '../words/use-words.ts';
import { PromiseTrouble } from './promise-trouble.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

export function LiftPromise({
  row,
  onLifted,
}: {
  readonly row: BrokenPromise;
  readonly onLifted: (row: BrokenPromise) => void;
}) {
  const words = PROMISE_WORDS[useWords().language];
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const lift = async (reason: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const answer = await liftPromise(row.id, reason);
    setBusy(false);
    setTrouble(answer.ok ? null : answer.fault);
    if (answer.ok) onLifted(answer.value);
    return answer.ok;
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {words.lift}
      </button>
      <ReasonDialog
        open={open}
        words={words.lifting}
        busy={busy}
        trouble={<PromiseTrouble trouble={trouble} />}
        onReason={lift}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
