/** What stands in the search field: the view's query, or what is typed over it, told to the session when typing pauses. */
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { QUERY_LENGTH } from '#contract/screen/intent.ts';
import { useSession } from '../press/session.tsx';
import type { ScreenProps } from './screen-of.tsx';

/** Longer than between two letters of somebody who types quickly, short enough to look at once. */
const PAUSE_MS = 250;

export interface Searching {
  readonly draft: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** All of it, as a keyboard or its input method leaves it. */
  write(text: string): void;
  press(key: string): void;
  erase(): void;
}

export function useSearch(view: ScreenProps<'search'>['view'], body: ScreenProps<'search'>['body']): Searching {
  const { clock, intend } = useSession();
  const field = useRef<HTMLInputElement>(null);
  const { query } = body;
  const { revision } = view;
  const covered = view.dialog !== null || view.help.open;

  // Only what was typed in this page is told, and only until a view has it: a session may be shown by several pages.
  const [typed, setTyped] = useState<string | null>(null);
  const [known, setKnown] = useState(query);
  if (query !== known) {
    setKnown(query);
    if (query === typed) setTyped(null);
  }
  const draft = typed ?? query;

  const tell = useEffectEvent(() => {
    void intend({ kind: 'search', text: draft });
  });
  // Also after a view that came in between: what was told on an older one was not heard.
  useEffect(
    () => (draft === query || covered ? undefined : clock.after(PAUSE_MS, tell)),
    [draft, query, revision, covered, clock],
  );

  // A hardware keyboard types into the field from the start, so that its input method is there for the first letter.
  useEffect(() => {
    if (covered) return;
    field.current?.focus({ preventScroll: true });
    const listen = (event: KeyboardEvent): void => {
      const types = event.key === 'Backspace' || (event.key.length === 1 && event.key !== ' ');
      if (types && !event.ctrlKey && !event.altKey && !event.metaKey) field.current?.focus({ preventScroll: true });
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, [covered]);

  return {
    draft,
    field,
    write: (text) => {
      setTyped(text.slice(0, QUERY_LENGTH));
    },
    press: (key) => {
      setTyped((text) => ((text ?? query) + key).slice(0, QUERY_LENGTH));
    },
    erase: () => {
      setTyped((text) => [...(text ?? query)].slice(0, -1).join(''));
    },
  };
}
