/** What came of what the desk did last: said to whoever listens, and where whoever uses the keyboard goes on. */
import { useEffect, useRef, type RefObject } from 'react';
import type { DeskAction } from '#contract/hub-desk.ts';
import type { Acting } from '../hub/use-act.ts';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly acting: Acting;
  /** What is said of each thing that can be done here. */
  readonly words: Readonly<Partial<Record<DeskAction['kind'], string>>>;
}

export function ActHeard({ acting: { busy, done }, words }: Props) {
  const { decide } = useWords().texts;
  return (
    <p role="status" className="heard">
      {busy && decide.busy}
      {done !== null && words[done]}
    </p>
  );
}

/** For what takes the focus when something is done: the button that was pressed is gone then, and the dialog closed. */
export function useFocusWhenDone<E extends HTMLElement>(done: Acting['done']): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (done !== null) element.current?.focus();
  }, [done]);
  return element;
}
