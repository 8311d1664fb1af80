/** Names the page in the tab, for those who have many open and those who hear it read. */
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';

export function usePageTitle(title: string): void {
  const { texts } = useWords();
  useEffect(() => {
    document.title = `${title} · ${texts.product} ${texts.desk}`;
  }, [title, texts]);
}
