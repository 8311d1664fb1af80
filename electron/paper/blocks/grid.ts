/** Tables as strips, one for each row: ruled, with columns as wide as what they hold. */
import type { PaperBlock } from '#contract/paper.ts';
import { COLUMN, type Mark, room, SIZE, type Strip, TABLE_LEADING } from '../sheet.ts';
import { baseline, textMark, type Type, type TypeSetter } from '../type-setter.ts';

const PAD = { x: 7, y: 5 } as const;
const CELL: Type = { size: SIZE.small, weight: 'regular' };
const HEAD: Type = { size: SIZE.small, weight: 'bold' };
/** Labels never take more than this part of the column. */
const WIDEST_LABEL = 0.4;

interface Cell {
  readonly text: string;
  readonly type: Type;
  readonly tinted: boolean;
  readonly right: boolean;
}

export function factStrips({ rows }: Extract<PaperBlock, { kind: 'facts' }>, setter: TypeSetter): readonly Strip[] {
  const wanted = Math.max(...rows.map(({ label }) => setter.width(label, HEAD))) + 2 * PAD.x;
  const label = Math.min(wanted, COLUMN * WIDEST_LABEL);
  const widths = [label, COLUMN - label];
  return [
    room(4),
    ...rows.map((row) =>
      gridRow(
        [
          { text: row.label, type: HEAD, tinted: true, right: false },
          { text: row.value, type: CELL, tinted: false, right: false },
        ],
        widths,
        setter,
      ),
    ),
    room(10),
  ];
}

export function tableStrips(
  { header, rows, right }: Extract<PaperBlock, { kind: 'table' }>,
  setter: TypeSetter,
): readonly Strip[] {
  const columns = header.map((text, index) => [
    { text, type: HEAD },
    ...rows.map((row) => ({ text: row[index] ?? '', type: CELL })),
  ]);
  const widths = shareOut(
    columns.map((cells) => Math.max(...cells.map(({ text, type }) => setter.widestPart(text, type))) + 2 * PAD.x + 1),
    columns.map((cells) => Math.max(...cells.map(({ text, type }) => setter.width(text, type))) + 2 * PAD.x + 1),
  );
  const cells = (texts: readonly string[], type: Type, tinted: boolean): readonly Cell[] =>
    texts.map((text, index) => ({ text, type, tinted, right: right.includes(index) }));
  const head = { ...gridRow(cells(header, HEAD, true), widths, setter), keepWithNext: true };
  return [
    room(4),
    head,
    ...rows.map((row) => ({ ...gridRow(cells(row, CELL, false), widths, setter), header: head })),
    room(10),
  ];
}

/** The column in shares: each gets what can't be torn, and of the rest as much as it would still use. */
function shareOut(least: readonly number[], wanted: readonly number[]): readonly number[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const needed = sum(least);
  if (needed >= COLUMN) return least.map((one) => (one * COLUMN) / needed);
  if (sum(wanted) <= COLUMN) return wanted.map((one) => one + (COLUMN - sum(wanted)) / wanted.length);
  const use = wanted.map((one, index) => one - (least[index] ?? 0));
  return least.map((one, index) => one + ((COLUMN - needed) * (use[index] ?? 0)) / sum(use));
}

function gridRow(cells: readonly Cell[], widths: readonly number[], setter: TypeSetter): Strip {
  const lineHeight = SIZE.small * TABLE_LEADING;
  const set = cells.map((cell, index) => setter.lines(cell.text, (widths[index] ?? 0) - 2 * PAD.x, cell.type));
  const height = Math.max(1, ...set.map((lines) => lines.length)) * lineHeight + 2 * PAD.y;
  const under: Mark[] = [];
  // Above too: the tint of this row lies over the rule of the one before.
  const over: Mark[] = [0, height].map((y) => ({ kind: 'rule', x: 0, y, toX: COLUMN, toY: y }));
  let x = 0;
  for (const [index, cell] of cells.entries()) {
    const width = widths[index] ?? 0;
    const lines = set[index] ?? [];
    if (cell.tinted) under.push({ kind: 'tint', x, y: 0, width, height });
    over.push({ kind: 'rule', x, y: 0, toX: x, toY: height });
    const top = (height - lines.length * lineHeight) / 2;
    for (const [row, line] of lines.entries()) {
      const inward = cell.right ? width - PAD.x - setter.width(line, cell.type) : PAD.x;
      over.push(textMark(line, x + inward, top + row * lineHeight + baseline(lineHeight, cell.type.size), cell.type));
    }
    x += width;
  }
  over.push({ kind: 'rule', x: COLUMN, y: 0, toX: COLUMN, toY: height });
  return { height, marks: [...under, ...over] };
}
