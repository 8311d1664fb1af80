/** What is wrong with one kiosk, as a manager needs it: the name in words, and what to do. */
import type { KioskRow } from '#contract/hub-enrolment.ts';
import { KIOSK_WORDS } from '../words/kiosk-words.ts';
import { refusalWords, troubleWords, type TroubleWords } from '../words/trouble-words.ts';
import { useWords } from '../words/use-words.ts';

/** Which release it runs, and why not another. */
export function ReleaseOf({ row }: { readonly row: KioskRow }) {
  const { language } = useWords();
  const { refused } = KIOSK_WORDS[language];
  return (
    <>
      {row.release ?? '—'}
      {row.refused !== null && (
        <InWords name={row.refused} title={refused} words={refusalWords(row.refused, language)} />
      )}
    </>
  );
}

/** Nothing when all is well. */
export function TroublesOf({ row }: { readonly row: KioskRow }) {
  const { language } = useWords();
  const { setAside } = KIOSK_WORDS[language];
  if (row.troubles.length === 0) return <>—</>;
  return (
    <>
      {row.troubles.map(({ code }) => (
        <InWords key={code} name={code} title="" words={troubleWords(code, language)} />
      ))}
      {row.setAside > 0 && <small>{setAside(row.setAside)}</small>}
    </>
  );
}

interface InWordsProps {
  /** As the manual lists it. */
  readonly name: string;
  readonly title: string;
  readonly words: TroubleWords;
}

function InWords({ name, title, words }: InWordsProps) {
  return (
    <div className="trouble">
      <strong>
        {title}
        {words.is}
      </strong>{' '}
      <code>{name}</code>
      {words.todo !== '' && <small>{words.todo}</small>}
    </div>
  );
}
