/** Enters a broken promise: of a case that is already known, or of one by its number. */
import { useId, useState } from 'react';
import { Bars, type BrokenPromise } from '#contract/promise-list.ts';
import type { Trouble } from '../hub/ask-hub.ts';
import { enterPromise } from '../hub/ask-promises.ts';
import { PROMISE_WORDS } from '../words/promise-words.ts';
import { useWords } from '../words/use-words.ts';
import { PromiseTrouble } from './promise-trouble.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  /** Null: it is asked for. */
  readonly caseNumber: string | null;
  readonly onEntered: (entry: BrokenPromise) => void;
}

export function EnterPromise({ caseNumber, onEntered }: Props) {
  const words = PROMISE_WORDS[useWords().language];
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [number, setNumber] = useState('');
  const [bars, setBars] = useState<Bars>('everything');
  const [until, setUntil] = useState('');
  const enter = async (reason: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const entry = { caseNumber: caseNumber ?? number.trim(), reason, bars };
    const answer = await enterPromise({ ...entry, until: until === '' ? null : until });
    setBusy(false);
    setTrouble(answer.ok ? null : answer.fault);
    if (!answer.ok) return false;
    setOpen(false);
    // The next entry is somebody else's.
    setNumber('');
    setBars('everything');
    setUntil('');
    onEntered(answer.value);
    return true;
  };
  return (
    <>
      <button type="button" className="stop" onClick={() => setOpen(true)}>
        {words.enter}
      </button>
      <ReasonDialog
        open={open}
        words={words.entering}
        busy={busy}
        before={
          <>
            {caseNumber === null && <CaseNumberField value={number} onChange={setNumber} />}
            <Scope value={bars} onChange={setBars} />
            <LastDay value={until} onChange={setUntil} />
          </>
        }
        trouble={<PromiseTrouble trouble={trouble} />}
        onReason={enter}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

interface FieldProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function CaseNumberField({ value, onChange }: FieldProps<string>) {
  const words = PROMISE_WORDS[useWords().language];
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.caseNumber}</label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

function Scope({ value, onChange }: FieldProps<Bars>) {
  const words = PROMISE_WORDS[useWords().language];
  const id = useId();
  return (
    <fieldset>
      <legend>{words.barsTitle}</legend>
      {Bars.options.map((each) => (
        <label key={each}>
          <input type="radio" name={id} checked={value === each} onChange={() => onChange(each)} /> {words.bars[each]}
        </label>
      ))}
    </fieldset>
  );
}

function LastDay({ value, onChange }: FieldProps<string>) {
  const words = PROMISE_WORDS[useWords().language];
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words.until}</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {words.untilHint}
      </p>
    </>
  );
}
