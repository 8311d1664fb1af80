/** A paper that was to be brought later (容缺): until when, and what the desk decides about it. */
import { useId, useState } from 'react';
import type { CaseDetail } from '#contract/hub-api.ts';
import type { PaperAction } from '#contract/hub-desk.ts';
import { howNear, type OwedPaper as Owed } from '#contract/hub-parts.ts';
import { Day } from '#contract/ids.ts';
import { useAct } from '../hub/use-act.ts';
import { OWED_WORDS } from '../words/owed-words.ts';
import { useWords } from '../words/use-words.ts';
import { ActHeard, useFocusWhenDone } from './act-heard.tsx';
import { ActTrouble } from './act-trouble.tsx';
import { Nearness } from './nearness.tsx';

interface Props {
  readonly paper: Owed;
  readonly detail: CaseDetail;
  /** `YYYY-MM-DD` in the hall. */
  readonly today: string;
  readonly renew: (detail: CaseDetail) => void;
}

export function OwedPaper({ paper, detail, today, renew }: Props) {
  const { language } = useWords();
  const words = OWED_WORDS[language];
  const acting = useAct(detail.row.caseNumber, renew);
  const open = detail.row.state === 'received' || detail.row.state === 'accepted';
  const decide = (action: PaperAction): void => {
    if (!acting.busy) void acting.start(action);
  };
  const standing = useFocusWhenDone<HTMLParagraphElement>(paper.brought ? acting.done : null);
  const overdue = open && howNear(paper.dueDay, today) === 'overdue';
  return (
    <>
      <p ref={standing} tabIndex={-1} className="hint">
        {paper.brought ? words.brought : words.until(paper.dueDay)}{' '}
        {open && !paper.brought && <Nearness day={paper.dueDay} today={today} />}
      </p>
      {overdue && !paper.brought && <p className="notice attention">{words.youDecide}</p>}
      {open && !paper.brought && (
        <Decide paper={paper} label={paper.label[language]} today={today} busy={acting.busy} onDecide={decide} />
      )}
      <ActHeard acting={acting} words={words.done} />
      <ActTrouble trouble={acting.trouble} />
    </>
  );
}

interface DecideProps {
  readonly paper: Owed;
  readonly label: string;
  readonly today: string;
  readonly busy: boolean;
  readonly onDecide: (action: PaperAction) => void;
}

function Decide({ paper: { material, dueDay }, label, today, busy, onDecide }: DecideProps) {
  const words = OWED_WORDS[useWords().language];
  const id = useId();
  const [until, setUntil] = useState('');
  const day = Day.safeParse(until);
  const move = (): void => {
    if (day.success) onDecide({ kind: 'paperLater', material, until: day.data });
  };
  return (
    <p className="buttons owed">
      <button
        type="button"
        className="primary"
        aria-label={words.buttonOf(words.takeIn, label)}
        aria-disabled={busy}
        onClick={() => onDecide({ kind: 'paperBrought', material })}
      >
        {words.takeIn}
      </button>
      <label htmlFor={id}>{words.newDay}</label>
      <input
        id={id}
        type="date"
        min={today}
        value={until === '' ? dueDay : until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <button
        type="button"
        aria-label={words.buttonOf(words.move, label)}
        aria-disabled={busy || !day.success}
        onClick={move}
      >
        {words.move}
      </button>
    </p>
  );
}
