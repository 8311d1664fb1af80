/** All cases, newest first; new ones come by themselves. */
import { useState } from 'react';
import type { Wanted } from '../hub/ask-hub.ts';
import { useCases } from '../hub/use-cases.ts';
import { LineTrouble } from '../line-trouble.tsx';
import { dayInHall } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { CaseTable } from './case-table.tsx';
import { NoCases } from './no-cases.tsx';
import { OwedReminder } from './owed-reminder.tsx';
import { SearchBox } from './search-box.tsx';
import { StateFilter } from './state-filter.tsx';
import { usePageTitle } from './use-page-title.ts';

export function CaseListPage({ search, state }: Wanted) {
  const { texts } = useWords();
  usePageTitle(texts.list.title);
  return (
    <>
      <div className="list-head">
        <h1>{texts.list.title}</h1>
        <StateFilter search={search} state={state} />
        <SearchBox search={search} state={state} />
      </div>
      <OwedReminder />
      <FoundCases key={JSON.stringify([search, state])} search={search} state={state} />
    </>
  );
}

function FoundCases(wanted: Wanted) {
  const { texts } = useWords();
  const { rows, fresh, trouble, at, more } = useCases(wanted);
  const some = rows !== null && rows.length > 0;
  return (
    <>
      <LineTrouble trouble={trouble} at={at} />
      <div className="count">
        {some && <p>{texts.list.count(rows.length, more !== null)}</p>}
        <p role="status">{fresh.size > 0 && texts.list.arrived(fresh.size)}</p>
      </div>
      {rows === null && trouble === null && <p className="loading">{texts.list.loading}</p>}
      {rows?.length === 0 && <NoCases {...wanted} />}
      {some && at !== null && <CaseTable rows={rows} fresh={fresh} today={dayInHall(at)} />}
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
