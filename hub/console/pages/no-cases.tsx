/** An empty list says what to do. */
import type { Wanted } from '../hub/ask-hub.ts';
import { useWords } from '../words/use-words.ts';

export function NoCases({ search, state }: Wanted) {
  const { texts } = useWords();
  if (search === '' && state !== null)
    return (
      <section className="empty">
        <h2>{texts.list.noneInState(state)}</h2>
        <p>{texts.list.noneInStateHint}</p>
      </section>
    );
  return (
    <section className="empty">
      <h2>{search === '' ? texts.list.emptyTitle : texts.list.noMatchTitle(search)}</h2>
      {search === '' ? texts.list.emptySteps.map((step) => <p key={step}>{step}</p>) : <p>{texts.list.noMatchHint}</p>}
    </section>
  );
}
