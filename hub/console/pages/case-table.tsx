/** The table of cases. */
import type { CaseRow } from '#contract/hub-api.ts';
import { caseAddress } from '../address.ts';
import { Link } from '../link.tsx';
import { dayAndTime, fullTime } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { DueDay } from './due-day.tsx';
import { ListTable } from './list-table.tsx';

interface Props {
  readonly rows: readonly CaseRow[];
  readonly fresh: ReadonlySet<string>;
  /** `YYYY-MM-DD` in the hall: the page may stay open over midnight. */
  readonly today: string;
}

export function CaseTable({ rows, fresh, today }: Props) {
  const { texts } = useWords();
  const { columns } = texts.list;
  return (
    <ListTable columns={columns}>
      {rows.map((row) => (
        <TableRow key={row.caseNumber} row={row} fresh={fresh.has(row.caseNumber)} today={today} />
      ))}
    </ListTable>
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly fresh: boolean;
  readonly today: string;
}

function TableRow({ row, fresh, today }: RowProps) {
  const { language, texts } = useWords();
  return (
    <tr className={fresh ? 'fresh' : undefined}>
      <th scope="row">
        <Link to={caseAddress(row.caseNumber)} className="number">
          {row.caseNumber}
        </Link>
        {fresh && <span className="badge">{texts.list.fresh}</span>}
      </th>
      <td>{row.title[language]}</td>
      <td>{row.applicant}</td>
      <td>{row.stationName?.[language] ?? row.station}</td>
      <td>
        <span className={`state ${row.state}`}>{texts.states[row.state]}</span>
      </td>
      <td className="time" title={fullTime(row.submittedAt)}>
        {dayAndTime(row.submittedAt)}
      </td>
      <td className="time">
        <DueDay day={row.dueDay} today={today} state={row.state} />
      </td>
    </tr>
  );
}
