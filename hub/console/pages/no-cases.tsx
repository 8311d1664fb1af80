/** An empty list says what to do. */
import { useWords } from '../words/use-words.ts';

export function NoCases({ search }: { readonly search: string }) {
  const { texts } = useWords();
  return (
    <section className="empty">
      <h2>{search === '' ? texts.list.emptyTitle : texts.list.noMatchTitle(search)}</h2>
      {search === '' ? texts.list.emptySteps.map((step) => <p key={step}>{step}</p>) : <p>{texts.list.noMatchHint}</p>}
    </section>
  );
}
