/** The screen in words, for the screen reader: read out whenever they change, also while a dialog hides the rest. */
import type { ReactNode } from 'react';

export function SpokenWords({ words }: { readonly words: string }): ReactNode {
  return (
    <div className="for-the-ear" aria-live="polite" aria-atomic="true" data-live-announcer="true" data-spoken>
      {words}
    </div>
  );
}
