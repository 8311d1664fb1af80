/** The last day of the promised time, and whether it is near. */
import type { CaseState } from '#contract/hub-api.ts';
import { dayInHall } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';

export function DueDay({ day, state }: { readonly day: string; readonly state: CaseState }) {
  const { texts } = useWords();
  const today = dayInHall(Date.now());
  const open = state === 'received' || state === 'accepted';
  if (open && day < today)
    return (
      <>
        {day} <span className="due stop">{texts.list.overdue}</span>
      </>
    );
  if (open && day === today)
    return (
      <>
        {day} <span className="due attention">{texts.list.dueToday}</span>
      </>
    );
  return <>{day}</>;
}
