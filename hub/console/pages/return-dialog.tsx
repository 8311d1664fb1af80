/** Asks why a case is returned, in words for the citizen. */
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import type { Acting } from '../hub/use-act.ts';
import { useWords } from '../words/use-words.ts';
import { ActTrouble } from './act-trouble.tsx';

interface Props {
  readonly open: boolean;
  readonly acting: Acting;
  readonly onReturn: (reason: string) => void;
  readonly onClose: () => void;
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function ReturnDialog({ open, acting, onReturn, onClose }: Props) {
  const { texts } = useWords();
  const { decide } = texts;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [blank, setBlank] = useState(false);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setBlank(reason.trim() === '');
    if (reason.trim() === '') field.current?.focus();
    else onReturn(reason);
  };
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={`${id}-title`}>{decide.returnTitle}</h2>
        <label htmlFor={`${id}-reason`}>{decide.returnLabel}</label>
        <textarea
          ref={field}
          id={`${id}-reason`}
          value={reason}
          rows={5}
          maxLength={500}
          aria-describedby={`${id}-hint ${id}-blank`}
          aria-invalid={blank}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${id}-hint`} className="hint">
          {decide.returnHint}
        </p>
        <p id={`${id}-blank`} role="alert" className="mistake">
          {blank && decide.returnBlank}
        </p>
        <ActTrouble trouble={acting.trouble} />
        <p className="buttons">
          <button type="submit" className="stop" aria-disabled={acting.busy}>
            {acting.busy ? decide.busy : decide.returnNow}
          </button>
          <button type="button" onClick={onClose}>
            {decide.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
