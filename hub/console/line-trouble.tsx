/** Says that the hub does not answer, and from when what is shown comes. */
import type { Trouble } from './hub/ask-hub.ts';
import { clockTime } from './words/times.ts';
import { useWords } from './words/use-words.ts';

export function LineTrouble({ trouble, at }: { readonly trouble: Trouble | null; readonly at: number | null }) {
  const { texts } = useWords();
  return (
    <div role="alert">
      {trouble !== null && (
        <p className="notice stop">
          {trouble === 'away' ? texts.trouble.away : texts.trouble.odd}
          {at !== null && <> {texts.trouble.lastGood(clockTime(at))}</>}
        </p>
      )}
    </div>
  );
}
