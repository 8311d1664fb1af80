/** Whether the last day of an owed paper is near or over, in a word; nothing while there is time. */
import { howNear } from '#contract/hub-parts.ts';
import { OWED_WORDS } from '../words/owed-words.ts';
import { useWords } from '../words/use-words.ts';

export function Nearness({ day, today }: { readonly day: string; readonly today: string }) {
  const words = OWED_WORDS[useWords().language];
  const near = howNear(day, today);
  if (near === 'later') return null;
  return <span className={`due ${near === 'overdue' ? 'stop' : 'attention'}`}>{words.near[near]}</span>;
}
