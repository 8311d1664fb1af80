/** All cases, newest first; new ones come by themselves. */
import { useState } from 'react';
import { LineTrouble } from '../line-trouble.tsx';
import { useCases } from '../hub/use-cases.ts';
import { useWords } from '../words/use-words.ts';
import { CaseTable } from './case-table.tsx';
import { NoCases } from './no-cases.tsx';
import { SearchBox } from './search-box.tsx';
import { usePageTitle } from './use-page-title.ts';

export function CaseListPage({ search }: { readonly search: string }) {
  const { texts } = useWords();
  const cases = useCases(search);
  usePageTitle(texts.list.title);
  const { rows, fresh, more } = cases;
  return (
    <>
      <div className="list-head">
        <h1>{texts.list.title}</h1>
        {rows !== null && rows.length > 0 && <p className="count">{texts.list.count(rows.length, more !== null)}</p>}
        <SearchBox search={search} />
      </div>
      <LineTrouble trouble={cases.trouble} at={cases.at} />
      <p role="status" className="heard">
        {fresh.size > 0 && texts.list.arrived(fresh.size)}
      </p>
      {rows === null && cases.trouble === null && <p className="loading">{texts.list.loading}</p>}
      {rows?.length === 0 && <NoCases search={search} />}
      {rows !== null && rows.length > 0 && <CaseTable rows={rows} fresh={fresh} />}
      {more !== null && <MoreButton more={more} />}
    </>
  );
}

function MoreButton({ more }: { readonly more: () => Promise<void> }) {
  const { texts } = useWords();
  const [busy, setBusy] = useState(false);
  const fetchMore = async (): Promise<void> => {
    setBusy(true);
    await more();
    setBusy(false);
  };
  return (
    <p className="more">
      <button type="button" aria-disabled={busy} onClick={() => busy || void fetchMore()}>
        {busy ? texts.list.loading : texts.list.more}
      </button>
    </p>
  );
}
