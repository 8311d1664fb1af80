/** What the desk can do with this case now: accept, return with a reason, complete. */
import { useState } from 'react';
import type { CaseDetail, CaseState } from '#contract/hub-api.ts';
import { type CaseAction, DESK_ACTIONS, mayActOnWhole } from '#contract/hub-desk.ts';
import { useAct } from '../hub/use-act.ts';
import { PART_WORDS } from '../words/part-words.ts';
import { useWords } from '../words/use-words.ts';
import { ActHeard, useFocusWhenDone } from './act-heard.tsx';
import { ActTrouble } from './act-trouble.tsx';
import { ReturnDialog } from './return-dialog.tsx';

const IN_ORDER = ['accept', 'complete', 'return'] as const;

interface Props {
  readonly detail: CaseDetail;
  readonly renew: (detail: CaseDetail) => void;
}

export function DeskActions({ detail, renew }: Props) {
  const { language, texts } = useWords();
  const { row, parts } = detail;
  const acting = useAct(row.caseNumber, renew);
  const [returning, setReturning] = useState(false);
  const heading = useFocusWhenDone<HTMLHeadingElement>(acting.done);
  /** True when it is done. */
  const decide = async (action: CaseAction): Promise<boolean> => {
    if (acting.busy) return false;
    const trouble = await acting.start(action);
    // The dialog stays until it is done, or can't be done any more.
    if (trouble === null || trouble === 'case.wrongState') setReturning(false);
    return trouble === null;
  };
  const press = (kind: CaseAction['kind']): void => {
    if (kind === 'return') setReturning(true);
    else void decide({ kind });
  };
  const { hints, buttons, done, title } = texts.decide;
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
      <p className="hint">
        {parts.length > 0 && isOpen(row.state) ? PART_WORDS[language].wholeFollows : hints[row.state]}
      </p>
      <p className="buttons">
        {IN_ORDER.filter((kind) => isPossible(kind, row.state) && mayActOnWhole(kind, parts)).map((kind) => (
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
      <ActHeard acting={acting} words={done} />
      {!returning && <ActTrouble trouble={acting.trouble} />}
      <ReturnDialog
        open={returning}
        acting={acting}
        onReturn={(reason) => decide({ kind: 'return', reason })}
        onClose={() => setReturning(false)}
      />
    </section>
  );
}

function isOpen(state: CaseState): boolean {
  return state === 'received' || state === 'accepted';
}

function isPossible(kind: CaseAction['kind'], state: CaseState): boolean {
  return (DESK_ACTIONS[kind].from as readonly CaseState[]).includes(state);
}
