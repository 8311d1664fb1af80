/** The states above the list; each is an address of its own, so that it can be kept and sent. */
import { CaseState } from '#contract/hub-api.ts';
import { listAddress } from '../address.ts';
import type { Wanted } from '../hub/ask-hub.ts';
import { Link } from '../link.tsx';
import { useWords } from '../words/use-words.ts';

export function StateFilter({ search, state }: Wanted) {
  const { texts } = useWords();
  return (
    <nav className="filter" aria-label={texts.list.filter}>
      <ul>
        {[null, ...CaseState.options].map((each) => (
          <li key={each}>
            <Link to={listAddress(search, each)} current={each === state}>
              {each === null ? texts.list.everyState : texts.states[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
