/** Spreads digits over the places of a field, in groups such as 3-4-4. */

/** One array per group, null where nothing is typed yet; places beyond the groups form a last one. */
export function groupDigits(draft: string, length: number, groups: readonly number[]): readonly (string | null)[][] {
  const places = Array.from({ length }, (_, index) => draft[index] ?? null);
  const spread: (string | null)[][] = [];
  let from = 0;
  for (const size of groups) {
    if (size > 0 && from < length) spread.push(places.slice(from, from + size));
    from += Math.max(0, size);
  }
  if (from < length) spread.push(places.slice(from));
  return spread;
}
