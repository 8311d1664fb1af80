/** An answer that is a list, as a table: it can be read by keyboard, copied as it stands, and printed. */
import { useState, type ReactNode } from 'react';
import type { AnswerTable as Table, TableCell, TableHeading } from '#contract/answer-table.ts';
import { cellText, tableAsText } from '../words/table-as-text.ts';
import { TABLE_WORDS } from '../words/table-words.ts';
import { useWords } from '../words/use-words.ts';
import { Signature } from './signature.tsx';

interface Props {
  readonly table: Table;
  readonly label: string;
  /** Where the answer came from. */
  readonly source: ReactNode;
}

export function AnswerTable({ table, label, source }: Props) {
  const { language } = useWords();
  const words = TABLE_WORDS[language];
  const [whole, setWhole] = useState(false);
  return (
    <>
      <div className="answer-table table-frame" role="region" aria-label={label} tabIndex={0}>
        <table>
          <Headings headings={table.headings.filter((_, index) => !isInner(table, index))} />
          <tbody>
            {table.rows.map((row, index) => (
              <Row key={index} table={table} row={row} number={index + 1} whole={whole} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-acts">
        {source}
        {hasNumbers(table) && (
          <button type="button" className="quiet" onClick={() => setWhole(!whole)}>
            {whole ? words.hide : words.show}
          </button>
        )}
        <CopyButton text={() => tableAsText(table, language, whole)} />
      </p>
    </>
  );
}

/** A list inside a row has no column: it stands below its row, as wide as the table. */
function isInner({ rows }: Table, column: number): boolean {
  return rows.some((row) => row[column]?.inner !== undefined);
}

function hasNumbers({ headings, rows }: Table): boolean {
  const inner = rows.flatMap((row) => row.flatMap((cell) => cell?.inner?.headings ?? []));
  return [...headings, ...inner].some(({ masked }) => masked);
}

function Headings({ headings }: { readonly headings: readonly TableHeading[] }) {
  const { language } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{TABLE_WORDS[language].row}</th>
        {headings.map(({ column, label }) => (
          <th key={column} scope="col">
            {label[language]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly table: Table;
  readonly row: Table['rows'][number];
  /** From 1. */
  readonly number: number;
  readonly whole: boolean;
}

function Row({ table, row, number, whole }: RowProps) {
  const { language } = useWords();
  const cells = table.headings.map((heading, index) => ({ heading, index, cell: row[index] ?? null }));
  const [inner, plain] = [
    cells.filter(({ index }) => isInner(table, index)),
    cells.filter(({ index }) => !isInner(table, index)),
  ];
  return (
    <>
      <tr>
        <th scope="row">{number}</th>
        {plain.map(({ heading, cell }) => (
          <Cell key={heading.column} heading={heading} cell={cell} whole={whole} />
        ))}
      </tr>
      {inner.map(({ heading, cell }) => (
        <tr key={heading.column} className="inner">
          <td colSpan={plain.length + 1}>
            <InnerTable caption={heading.label[language]} inner={cell?.inner} whole={whole} />
          </td>
        </tr>
      ))}
    </>
  );
}

interface CellProps {
  readonly heading: TableHeading;
  readonly cell: Omit<TableCell, 'inner'> | null;
  readonly whole: boolean;
}

function Cell({ heading, cell, whole }: CellProps) {
  const { language } = useWords();
  if (cell === null) return <td>{TABLE_WORDS[language].notAsked}</td>;
  return (
    <td className={heading.masked ? 'number' : undefined}>
      {cell.drawn !== undefined && <Signature path={cell.drawn} />}
      {cellText(cell, heading, language, whole)}
    </td>
  );
}

interface InnerProps {
  readonly caption: string;
  readonly inner: TableCell['inner'];
  readonly whole: boolean;
}

function InnerTable({ caption, inner, whole }: InnerProps) {
  const { language } = useWords();
  if (inner === undefined || inner.rows.length === 0) return TABLE_WORDS[language].noneOf(caption);
  return (
    <table>
      <caption>{caption}</caption>
      <Headings headings={inner.headings} />
      <tbody>
        {inner.rows.map((row, number) => (
          <tr key={number}>
            <th scope="row">{number + 1}</th>
            {inner.headings.map((heading, index) => (
              <Cell key={heading.column} heading={heading} cell={row[index] ?? null} whole={whole} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CopyButton({ text }: { readonly text: () => string }) {
  const words = TABLE_WORDS[useWords().language];
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid(words.copied);
    } catch {
      // Not every browser lets a page write there.
      setSaid(words.notCopied);
    }
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span role="status" className="heard">
        {said}
      </span>
    </>
  );
}
