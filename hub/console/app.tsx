/** The console: head, page, language. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '#contract/language.ts';
import { type Page, usePage } from './address.ts';
import { Head } from './head.tsx';
import { CaseListPage } from './pages/case-list-page.tsx';
import { CasePage } from './pages/case-page.tsx';
import { KiosksPage } from './pages/kiosks-page.tsx';
import { NowherePage } from './pages/nowhere-page.tsx';
import { VerifyPage } from './pages/verify-page.tsx';
import { OwedPage } from './pages/owed-page.tsx';
import { PromisesPage } from './pages/promises-page.tsx';
import { rememberedLanguage, rememberLanguage, wordsIn, WordsContext } from './words/use-words.ts';

export function App() {
  const [language, setLanguage] = useState(rememberedLanguage);
  const words = useMemo(() => wordsIn(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language): void => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <WordsContext value={words}>
      <Head onLanguage={choose} />
      <CurrentPage />
    </WordsContext>
  );
}

function CurrentPage() {
  const page = usePage();
  const main = useRef<HTMLElement>(null);
  const place = page.kind === 'case' ? page.caseNumber : page.kind;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    // The link that was followed is gone: whoever uses the keyboard or listens goes on at the new page's beginning.
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [place]);
  return (
    <main id="content" ref={main} tabIndex={-1}>
      <PageContent page={page} />
    </main>
  );
}

function PageContent({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case 'list':
      return <CaseListPage search={page.search} state={page.state} />;
    case 'case':
      return <CasePage key={page.caseNumber} caseNumber={page.caseNumber} />;
    case 'kiosks':
      return <KiosksPage />;
    case 'verify':
      return <VerifyPage />;
    case 'owed':
      return <OwedPage />;
    case 'promises':
      return <PromisesPage />;
    case 'nowhere':
      return <NowherePage />;
  }
}
