/** What is typed so far: a draft in the page until the citizen says it is the answer. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useSession } from '../press/session.tsx';
import { useKeyboard } from '../press/use-keyboard.ts';
import type { ScreenProps } from './screen-of.tsx';
import type { Typing } from './typing.ts';
import { useGive } from './use-give.ts';

export interface Typed {
  readonly draft: string;
  press(key: string): void;
  erase(): void;
  submit(): void;
}

/** A draft is answered with `submit`; one that the page gives up is nobody's. */
export function useTyped(view: ScreenProps<'ask'>['view'], body: ScreenProps<'ask'>['body'], typing: Typing): Typed {
  const { intend } = useSession();
  const [draft, setDraft] = useState(typeof body.value === 'string' ? body.value : '');
  const give = useGive({ view, body });
  const { element, value } = body;
  const { primary } = view;

  // A value that comes from the session replaces the draft; an answer refused keeps it, to be corrected.
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (typeof value === 'string') setDraft(value);
  }

  const press = (key: string): void => {
    setDraft((typed) => typing.press(typed, key));
  };
  const erase = (): void => {
    setDraft((typed) => typing.erase(typed));
  };
  const submit = (): void => {
    const given = typing.given(draft);
    setDraft(given);
    give(given);
  };
  useKeyboard(view.dialog === null && !view.help.open, typing.letters, { press, erase });
  const answerWhole = useEffectEvent((whole: string) => {
    // A session that offers no way on until it has the answer gets it as soon as it is complete.
    if (primary === null && typing.isFull(whole) && whole !== value) {
      void intend({ kind: 'answer', element, value: whole });
    }
  });
  useEffect(() => {
    answerWhole(draft);
  }, [draft]);

  return { draft, press, erase, submit };
}
