/** Every paper the desk waits for (容缺), the earliest last day first. */
import type { OwedList } from '#contract/hub-parts.ts';
import { caseAddress } from '../address.ts';
import { askOwed } from '../hub/ask-owed.ts';
import { usePolled } from '../hub/use-polled.ts';
import { LineTrouble } from '../line-trouble.tsx';
import { Link } from '../link.tsx';
import { OWED_WORDS } from '../words/owed-words.ts';
import { dayInHall } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { ListTable } from './list-table.tsx';
import { Nearness } from './nearness.tsx';
import { usePageTitle } from './use-page-title.ts';

const EVERY_MS = 5_000;

export function OwedPage() {
  const { language, texts } = useWords();
  const words = OWED_WORDS[language];
  const { value, trouble, at } = usePolled(askOwed, EVERY_MS);
  usePageTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="hint owed-what">{words.what}</p>
      <LineTrouble trouble={trouble} at={at} />
      {value === null && trouble === null && <p className="loading">{texts.list.loading}</p>}
      {value?.papers.length === 0 && <p className="empty">{words.none}</p>}
      {value !== null && at !== null && value.papers.length > 0 && (
        <OwedTable papers={value.papers} today={dayInHall(at)} />
      )}
    </>
  );
}

function OwedTable({ papers, today }: { readonly papers: OwedList['papers']; readonly today: string }) {
  const { language } = useWords();
  const { columns } = OWED_WORDS[language];
  return (
    <ListTable columns={columns}>
      {papers.map(({ caseNumber, title, applicant, material, label, dueDay }) => (
        <tr key={`${caseNumber} ${material}`}>
          <th scope="row" className="time">
            {dueDay} <Nearness day={dueDay} today={today} />
          </th>
          <td>{label[language]}</td>
          <td>
            <Link to={caseAddress(caseNumber)} className="number">
              {caseNumber}
            </Link>
            <br />
            {title[language]}
          </td>
          <td>{applicant}</td>
        </tr>
      ))}
    </ListTable>
  );
}
