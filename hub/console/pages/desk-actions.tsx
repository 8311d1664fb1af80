/** What the desk can do with this case now: accept, return with a reason, complete. */
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail, CaseRow, CaseState } from '#contract/hub-api.ts';
import { DESK_ACTIONS, type DeskAction } from '#contract/hub-desk.ts';
import { useAct } from '../hub/use-act.ts';
import { useWords } from '../words/use-words.ts';
import { ActTrouble } from './act-trouble.tsx';
import { ReturnDialog } from './return-dialog.tsx';

const IN_ORDER = ['accept', 'complete', 'return'] as const;

interface Props {
  readonly row: CaseRow;
  readonly renew: (detail: CaseDetail) => void;
}

export function DeskActions({ row, renew }: Props) {
  const { texts } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const acting = useAct(row.caseNumber, renew);
  const [returning, setReturning] = useState(false);
  useEffect(() => {
    // The button is gone and the dialog closed: whoever uses the keyboard or listens goes on here.
    if (acting.done !== null) heading.current?.focus();
  }, [acting.done]);
  const decide = async (action: DeskAction): Promise<void> => {
    if (acting.busy) return;
    const trouble = await acting.start(action);
    // What was typed stays until it is done, or can't be done any more.
    if (trouble === null || trouble === 'case.wrongState') setReturning(false);
  };
  const press = (kind: DeskAction['kind']): void => {
    if (kind === 'return') setReturning(true);
    else void decide({ kind });
  };
  const { hints, buttons, done, busy, title } = texts.decide;
  return (
    <section className="decide">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {row.reason !== null && (
        <p className="notice stop reason">
          <strong>{texts.decide.reason}</strong>
          {row.reason}
        </p>
      )}
      <p className="hint">{hints[row.state]}</p>
      <p className="buttons">
        {IN_ORDER.filter((kind) => isPossible(kind, row.state)).map((kind) => (
          <button
            key={kind}
            type="button"
            className={kind === 'return' ? 'stop' : 'primary'}
            aria-disabled={acting.busy}
            onClick={() => press(kind)}
          >
            {buttons[kind]}
          </button>
        ))}
      </p>
      <p role="status" className="heard">
        {acting.busy && busy}
        {acting.done !== null && done[acting.done]}
      </p>
      {!returning && <ActTrouble trouble={acting.trouble} />}
      <ReturnDialog
        open={returning}
        acting={acting}
        onReturn={(reason) => void decide({ kind: 'return', reason })}
        onClose={() => setReturning(false)}
      />
    </section>
  );
}

function isPossible(kind: DeskAction['kind'], state: CaseState): boolean {
  return (DESK_ACTIONS[kind].from as readonly CaseState[]).includes(state);
}
