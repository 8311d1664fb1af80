/** An address that is no page. */
import { Link } from '../link.tsx';
import { useWords } from '../words/use-words.ts';
import { usePageTitle } from './use-page-title.ts';

export function NowherePage() {
  const { texts } = useWords();
  usePageTitle(texts.trouble.nowhere);
  return (
    <section className="empty">
      <h1>{texts.trouble.nowhere}</h1>
      <p>
        <Link to="/">{texts.detail.back}</Link>
      </p>
    </section>
  );
}
