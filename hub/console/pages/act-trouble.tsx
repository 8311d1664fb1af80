/** Says that what the desk wanted to do was not done, or may not have been. */
import type { Trouble } from '../hub/ask-hub.ts';
import { useWords } from '../words/use-words.ts';

export function ActTrouble({ trouble }: { readonly trouble: Trouble | null }) {
  const { texts } = useWords();
  return (
    <div role="alert">
      {trouble !== null && (
        <p className="notice stop">{trouble === 'case.wrongState' ? texts.decide.wrongState : texts.decide.notDone}</p>
      )}
    </div>
  );
}
