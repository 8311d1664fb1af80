/** Above the list of cases: how many papers are overdue or due soon; nothing when none is. */
import { howNear } from '#contract/hub-parts.ts';
import { OWED_ADDRESS } from '../address.ts';
import { askOwed } from '../hub/ask-owed.ts';
import { usePolled } from '../hub/use-polled.ts';
import { Link } from '../link.tsx';
import { OWED_WORDS } from '../words/owed-words.ts';
import { dayInHall } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';

const EVERY_MS = 15_000;

export function OwedReminder() {
  const words = OWED_WORDS[useWords().language];
  const { value, at } = usePolled(askOwed, EVERY_MS);
  if (value === null || at === null) return null;
  const near = value.papers.map(({ dueDay }) => howNear(dueDay, dayInHall(at)));
  const [overdue, soon] = [
    near.filter((each) => each === 'overdue').length,
    near.filter((each) => each === 'soon').length,
  ];
  if (overdue + soon === 0) return null;
  return (
    <p className="notice attention" role="status">
      {words.reminder(overdue, soon)} <Link to={OWED_ADDRESS}>{words.look}</Link>
    </p>
  );
}
