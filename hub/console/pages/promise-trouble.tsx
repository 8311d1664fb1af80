/** Says why a broken promise was not entered or lifted, or may not have been. */
import type { Trouble } from '../hub/ask-hub.ts';
import { PROMISE_WORDS } from '../words/promise-words.ts';
import { useWords } from '../words/use-words.ts';

export function PromiseTrouble({ trouble }: { readonly trouble: Trouble | null }) {
  const words = PROMISE_WORDS[useWords().language].trouble;
  return (
    <div role="alert">
      {trouble !== null && (
        <p className="notice stop">{trouble in words ? words[trouble as keyof typeof words] : words.other}</p>
      )}
    </div>
  );
}
