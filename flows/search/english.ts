/** English words as search compares them: without their commonest endings, and with a slip or two of the fingers. */

const ENDINGS: ReadonlySet<string> = new Set('bdegmnprst');

/** A light stem: plural, -ing, -ed; a wrong stem is harmless as long as both sides get the same. */
export function stem(word: string): string {
  if (word.length <= 3 || !ENDINGS.has(word.slice(-1))) return word;
  const plain = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/(?<=[^su])s$/, '')
    .replace(/ment$/, '')
    .replace(/(?<=[a-z]{3})(ing|ed)$/, '')
    .replace(/([bdgmnprt])\1$/, '$1');
  return plain.replace(/(?<=[a-z]{3})e$/, '');
}

/** How many letters are wrong, missing, too many or swapped with their neighbour; above `most` it stops counting. */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}
