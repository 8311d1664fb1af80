/** The search above the list; what is typed becomes the address, so that a search can be kept and sent. */
import { useEffect, useId, useRef, useState } from 'react';
import type { CaseState } from '#contract/hub-api.ts';
import { go, listAddress } from '../address.ts';
import { useWords } from '../words/use-words.ts';

const PAUSE_MS = 250;

interface Props {
  readonly search: string;
  /** Kept while the search changes. */
  readonly state: CaseState | null;
}

export function SearchBox({ search, state }: Props) {
  const { texts } = useWords();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search);
  const [followed, setFollowed] = useState(search);
  // Back, forward and links change the address without anyone typing; a blank just typed must not be taken away.
  if (followed !== search) {
    setFollowed(search);
    if (typed.trim() !== search) setTyped(search);
  }
  useEffect(() => {
    if (typed.trim() === search) return undefined;
    const timer = setTimeout(() => go(listAddress(typed.trim(), state), 'replace'), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, search, state]);
  const clear = (): void => {
    go(listAddress('', state));
    input.current?.focus();
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(listAddress(typed.trim(), state));
      }}
    >
      <label htmlFor={field}>{texts.list.search}</label>
      <input
        ref={input}
        id={field}
        type="search"
        value={typed}
        placeholder={texts.list.searchHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
      />
      {search !== '' && (
        <button type="button" onClick={clear}>
          {texts.list.clear}
        </button>
      )}
    </form>
  );
}
