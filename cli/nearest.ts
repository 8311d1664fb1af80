/** Guesses what a mistyped word was meant to be. */

/** The known word at most two slips (a letter more, less or other) away, else null. */
export function nearest(word: string, known: readonly string[]): string | null {
  const close = known
    .map((candidate) => ({ candidate, slips: countSlips(word, candidate) }))
    .filter(({ slips }) => slips <= 2)
    .sort((one, other) => one.slips - other.slips);
  return close[0]?.candidate ?? null;
}

/** Levenshtein distance, one row at a time. */
function countSlips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const swapped = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
