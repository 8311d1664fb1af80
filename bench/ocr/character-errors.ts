/** The share of characters that a reader got wrong: insertions, deletions and replacements per hundred that are printed. */

/** White space and the width of a character say nothing about reading. */
export function characterErrors(printed: string, read: string): number {
  const [wanted, got] = [plain(printed), plain(read)];
  return (100 * editDistance(wanted, got)) / wanted.length;
}

function plain(text: string): readonly string[] {
  return [...text.normalize('NFKC').replace(/\s/gu, '')];
}

/** Levenshtein's, row by row. */
function editDistance(from: readonly string[], to: readonly string[]): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of from.entries()) {
    const row = [index + 1];
    for (const [place, other] of to.entries()) {
      const replaced = (above[place] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (above[place + 1] ?? 0) + 1, (row[place] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
