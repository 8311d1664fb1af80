/** Asks for a reason before something is done that somebody will ask about later. */
import { useId, useLayoutEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useWords } from '../words/use-words.ts';

export interface ReasonWords {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Said when nothing was written. */
  readonly blank: string;
  readonly doIt: string;
}

interface Props {
  readonly open: boolean;
  readonly words: ReasonWords;
  readonly busy: boolean;
  /** What else is asked, above the reason. */
  readonly before?: ReactNode;
  /** Why it was not done, last time. */
  readonly trouble: ReactNode;
  /** True when it is done: what was written is forgotten then, and only then. */
  readonly onReason: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function ReasonDialog({ open, words, busy, before, trouble, onReason, onClose }: Props) {
  const { decide } = useWords().texts;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [blank, setBlank] = useState(false);
  // With the page around it: what it says is said there once it is closed, and never in both places.
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // The browser tells of a closed dialog later: by then somebody quick may have opened it again.
  const closed = (): void => {
    if (dialog.current?.open === false) onClose();
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBlank(reason.trim() === '');
    if (reason.trim() === '') field.current?.focus();
    else if (await onReason(reason)) setReason('');
  };
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onCancel={onClose} onClose={closed}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id={`${id}-title`}>{words.title}</h2>
        {before}
        <label htmlFor={`${id}-reason`}>{words.label}</label>
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
          {words.hint}
        </p>
        <p id={`${id}-blank`} role="alert" className="mistake">
          {blank && words.blank}
        </p>
        {trouble}
        <p className="buttons">
          <button type="submit" className="stop" aria-disabled={busy}>
            {busy ? decide.busy : words.doIt}
          </button>
          <button type="button" onClick={onClose}>
            {decide.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
