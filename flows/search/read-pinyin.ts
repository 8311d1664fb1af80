/** Reads letters as Pinyin: as few syllables as possible; the last one may be half typed. */
import { LONGEST_SYLLABLE, SYLLABLES } from './syllables.table.ts';

export interface PinyinReading {
  readonly syllables: readonly string[];
  /** Letters behind the last whole syllable with which another one may begin; empty for none. */
  readonly begun: string;
}

/** Null when the letters are no Pinyin. */
export function readPinyin(letters: string): PinyinReading | null {
  /** The best reading of the letters from each position on. */
  const best: (readonly string[] | null)[] = Array.from({ length: letters.length + 1 }, () => null);
  best[letters.length] = [];
  for (let start = letters.length - 1; start >= 0; start--) {
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - start); length > 0; length--) {
      const syllable = letters.slice(start, start + length);
      const rest = best[start + length];
      if (!SYLLABLES.has(syllable) || rest === null || rest === undefined) continue;
      const known = best[start];
      if (known === null || known === undefined || rest.length + 1 < known.length) best[start] = [syllable, ...rest];
    }
  }
  const whole = best[0];
  if (whole !== null && whole !== undefined) return { syllables: whole, begun: '' };
  for (let cut = letters.length - 1; cut > 1 && letters.length - cut < LONGEST_SYLLABLE; cut--) {
    const begun = letters.slice(cut);
    if (![...SYLLABLES].some((syllable) => syllable.startsWith(begun))) continue;
    const before = readPinyinWhole(letters.slice(0, cut));
    if (before !== null) return { syllables: before, begun };
  }
  return null;
}

function readPinyinWhole(letters: string): readonly string[] | null {
  const reading = readPinyin(letters);
  return reading === null || reading.begun !== '' ? null : reading.syllables;
}
