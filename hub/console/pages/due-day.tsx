/** The last day of the promised time, and whether it is near. */
import type { CaseState } from '#contract/hub-api.ts';
import type { PartState } from '#contract/hub-parts.ts';
import { useWords } from '../words/use-words.ts';

interface Props {
  /** `YYYY-MM-DD`, like `today`. */
  readonly day: string;
  readonly today: string;
  readonly state: CaseState | PartState;
}

export function DueDay({ day, today, state }: Props) {
  const { texts } = useWords();
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
