/** The list of broken promises (失信名单): enter, see what stands and why, lift. */
import type { BrokenPromise } from '#contract/promise-list.ts';
import { caseAddress } from '../address.ts';
import { askPromises } from '../hub/ask-promises.ts';
import { usePolled } from '../hub/use-polled.ts';
import { LineTrouble } from '../line-trouble.tsx';
import { Link } from '../link.tsx';
import { PROMISE_WORDS } from '../words/promise-words.ts';
import { dayAndTime, dayInHall } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { EnterPromise } from './enter-promise.tsx';
import { LiftPromise } from './lift-promise.tsx';
import { ListTable } from './list-table.tsx';
import { usePageTitle } from './use-page-title.ts';

const EVERY_MS = 5_000;
const askAll = (stop: AbortSignal) => askPromises(null, stop);

export function PromisesPage() {
  const { language, texts } = useWords();
  const words = PROMISE_WORDS[language];
  const { value, trouble, at, renew } = usePolled(askAll, EVERY_MS);
  usePageTitle(words.title);
  const keep = (changed: BrokenPromise): void => {
    const others = value?.promises.filter(({ id }) => id !== changed.id) ?? [];
    renew({ promises: [changed, ...others].toSorted((one, other) => other.entered.at - one.entered.at) });
  };
  return (
    <>
      <h1>{words.title}</h1>
      <div className="promises-head">
        <p className="hint">{words.what}</p>
        <EnterPromise caseNumber={null} onEntered={keep} />
      </div>
      <LineTrouble trouble={trouble} at={at} />
      {value === null && trouble === null && <p className="loading">{texts.list.loading}</p>}
      {value?.promises.length === 0 && <p className="empty">{words.none}</p>}
      {value !== null && at !== null && value.promises.length > 0 && (
        <PromiseTable rows={value.promises} today={dayInHall(at)} onLifted={keep} />
      )}
    </>
  );
}

interface TableProps {
  readonly rows: readonly BrokenPromise[];
  /** `YYYY-MM-DD` in the hall. */
  readonly today: string;
  readonly onLifted: (row: BrokenPromise) => void;
}

function PromiseTable({ rows, today, onLifted }: TableProps) {
  const { columns } = PROMISE_WORDS[useWords().language];
  return (
    <ListTable columns={columns}>
      {rows.map((row) => (
        <PromiseLine key={row.id} row={row} today={today} onLifted={onLifted} />
      ))}
    </ListTable>
  );
}

interface LineProps extends Omit<TableProps, 'rows'> {
  readonly row: BrokenPromise;
}

function PromiseLine({ row, today, onLifted }: LineProps) {
  const { language } = useWords();
  const words = PROMISE_WORDS[language];
  const { entered, lifted } = row;
  return (
    <tr>
      <th scope="row">{row.applicant}</th>
      <td>
        <Link to={caseAddress(row.caseNumber)} className="number">
          {row.caseNumber}
        </Link>
        <br />
        {row.title[language]}
      </td>
      <td>{words.bars[row.bars]}</td>
      <td>{words.term(row.since, row.until)}</td>
      <td>
        {entered.reason}
        <br />
        <small>{words.entered(dayAndTime(entered.at), entered.who)}</small>
      </td>
      <td>
        {lifted === null ? (
          isOver(row, today) ? (
            words.over
          ) : (
            <span className="state returned">{words.stands}</span>
          )
        ) : (
          <>
            {lifted.reason}
            <br />
            <small>{words.lifted(dayAndTime(lifted.at), lifted.who)}</small>
          </>
        )}
      </td>
      <td>{lifted === null && !isOver(row, today) && <LiftPromise row={row} onLifted={onLifted} />}</td>
    </tr>
  );
}

function isOver({ until }: BrokenPromise, today: string): boolean {
  return until !== null && until < today;
}
