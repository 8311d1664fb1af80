/** Cuts out what stands beside or below a recipe's printed words, up to the next ones. */
import type { RecipeField } from '../language/recipe.ts';
import type { Anchor } from './find-anchors.ts';
import { boxAround, type Glyph, type Row } from './glyphs.ts';

/** An address runs over no more lines than this. */
const MOST_LINES = 4;
/** In heights of a character; a name spread out over its line has narrower ones. */
const WIDE_GAP = 3;
/** Colons, ruled lines, and what a wide space is taken for: they belong to no value, at its ends. */
const NO_VALUE = /^[\s:;|丨"'“”‘’。，,、.·_—\-–=~〈〉《》[\]{}〔〕【】]$/u;

export function valueBeside(
  rows: readonly Row[],
  anchors: readonly Anchor[],
  anchor: Anchor,
  where: RecipeField['value'],
): Row {
  const endIn = (row: number, from: number): number =>
    anchors.find((other) => other.row === row && other.start >= from)?.start ?? rows[row]?.length ?? 0;
  const beside = trimmed((rows[anchor.row] ?? []).slice(anchor.end, endIn(anchor.row, anchor.end)));
  if (where === 'right') return trimmed(upToGap(beside));
  if (where === 'below') return trimmed(below(rows, anchors, anchor));
  const value = [...beside];
  for (let row = anchor.row + 1; row < Math.min(rows.length, anchor.row + MOST_LINES); row += 1) {
    const next = rows[row] ?? [];
    if (anchors.some((other) => other.row === row) || !continues(beside, next)) break;
    value.push(...next);
  }
  return trimmed(value);
}

/** The next line of a value begins under the value; further left begins something else, known or not. */
function continues(value: Row, next: Row): boolean {
  const [first, below] = [value[0], next[0]];
  return first === undefined || below === undefined || below.box.left >= first.box.left - first.box.height;
}

/** What stands far to the right of a value is the next column. */
function upToGap(value: Row): Row {
  const gap = value.findIndex(({ box }, index) => {
    const before = value[index - 1]?.box;
    return (
      before !== undefined && box.left - (before.left + before.width) > WIDE_GAP * Math.max(box.height, before.height)
    );
  });
  return gap === -1 ? value : value.slice(0, gap);
}

/** In the next row that has something between the anchor's left edge and the next anchor of its row. */
function below(rows: readonly Row[], anchors: readonly Anchor[], anchor: Anchor): Row {
  const own = rows[anchor.row] ?? [];
  const next = anchors.find((other) => other.row === anchor.row && other.start >= anchor.end);
  const mine = boxAround(own.slice(anchor.start, anchor.end));
  if (mine === null) return [];
  const left = mine.left - mine.height;
  const right = next === undefined ? Infinity : (own[next.start]?.box.left ?? Infinity);
  const inColumn = ({ box }: Glyph): boolean => box.left >= left && box.left < right;
  const row = rows.slice(anchor.row + 1, anchor.row + MOST_LINES).find((glyphs) => glyphs.some(inColumn)) ?? [];
  return row.filter(inColumn);
}

function trimmed(value: Row): Row {
  const isValue = ({ text }: Glyph): boolean => !NO_VALUE.test(text);
  return value.slice(Math.max(0, value.findIndex(isValue)), value.findLastIndex(isValue) + 1);
}
