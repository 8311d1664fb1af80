/** What is typed so far: a draft in the page until the citizen says it is the answer. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSession } from '../press/session.tsx';
import { useKeyboard } from '../press/use-keyboard.ts';
import type { ScreenProps } from './screen-of.tsx';

export interface Typed {
  readonly draft: string;
  press(key: string): void;
  erase(): void;
  submit(): void;
}

/**
 * Going on with a draft the session doesn't know yet means two things: answer, and then go on if the answer was taken.
 * The second is sent when a view comes back that shows the answer without a problem.
 */
export function useTyped(
  view: ScreenProps<'ask'>['view'],
  body: ScreenProps<'ask'>['body'],
  length: number,
  /** Capital letters that may be typed besides digits. */
  letters: string,
): Typed {
  const { intend } = useSession();
  const [draft, setDraft] = useState(typeof body.value === 'string' ? body.value : '');
  const goOnWith = useRef<string | null>(null);
  const { element, value, problem } = body;
  const { primary } = view;

  // A value that comes from the session replaces the draft; an answer refused keeps it, to be corrected.
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (typeof value === 'string') setDraft(value);
  }

  const goOn = useEffectEvent(() => {
    if (goOnWith.current === null) return;
    const answered = goOnWith.current === value && problem === null;
    goOnWith.current = null;
    if (answered && primary?.intent.kind === 'next') void intend(primary.intent);
  });
  useEffect(() => {
    goOn();
  }, [view.revision]);

  const press = (key: string): void => {
    setDraft((typed) => (typed.length < length ? typed + key : typed));
  };
  const erase = (): void => {
    setDraft((typed) => typed.slice(0, -1));
  };
  const submit = (): void => {
    if (draft === value && problem === null && primary !== null) {
      void intend(primary.intent);
      return;
    }
    goOnWith.current = draft;
    void intend({ kind: 'answer', element, value: draft });
  };
  useKeyboard(view.dialog === null && !view.help.open, letters, { press, erase });
  const answerWhole = useEffectEvent((whole: string) => {
    // A session that offers no way on until it has the answer gets it as soon as it is complete.
    if (primary === null && whole.length === length && whole !== value) {
      void intend({ kind: 'answer', element, value: whole });
    }
  });
  useEffect(() => {
    answerWhole(draft);
  }, [draft]);

  return { draft, press, erase, submit };
}
