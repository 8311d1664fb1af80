/** A table as it is pasted into a spreadsheet: tabs between cells, one line for each row, a list inside a row in words. */
import type { AnswerTable, TableCell, TableHeading } from '#contract/answer-table.ts';
import type { Language } from '#contract/language.ts';
import { maskNumber } from './mask-number.ts';

export function cellText(cell: Omit<TableCell, 'inner'>, { masked }: TableHeading, language: Language, whole: boolean) {
  const said = cell.shown[language];
  return masked && !whole ? maskNumber(said) : said;
}

/** With `whole` numbers, or masked as the table on the page is. */
export function tableAsText({ headings, rows }: AnswerTable, language: Language, whole: boolean): string {
  const lines = [
    headings.map(({ label }) => label[language]),
    ...rows.map((row) =>
      headings.map((heading, index) => {
        const cell = row[index] ?? null;
        if (cell === null) return '';
        return cell.inner === undefined
          ? cellText(cell, heading, language, whole)
          : innerText(cell.inner, language, whole);
      }),
    ),
  ];
  return lines.map((cells) => cells.map(plain).join('\t')).join('\n');
}

function innerText({ headings, rows }: NonNullable<TableCell['inner']>, language: Language, whole: boolean): string {
  const [colon, comma, stop] = language === 'en' ? [': ', ', ', '; '] : ['：', '，', '；'];
  return rows
    .map((row) =>
      headings
        .flatMap((heading, index) => {
          const cell = row[index] ?? null;
          if (cell === null) return [];
          return [`${heading.label[language]}${colon}${cellText(cell, heading, language, whole)}`];
        })
        .join(comma),
    )
    .join(stop);
}

/** A spreadsheet takes what begins like a formula for one; tabs and line ends would move the cells. */
function plain(text: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(oneLine) ? `'${oneLine}` : oneLine;
}
