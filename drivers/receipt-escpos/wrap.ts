/** Breaks printable characters into lines: Chinese anywhere, Latin words whole, no closing mark at the start of a line. */
import { widthOf, widthOfAll } from './font.ts';

const NEVER_FIRST = new Set('，。、；：！？）》」』】〕’”％…,.;:!?)]}%');

/** Each line is at most `columns` wide, counted in half widths; `columns` is at least 2. An empty text gives one empty line. */
export function wrap(signs: readonly string[], columns: number): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const word of wordsOf(signs)) {
    if (widthOfAll(line) + widthOfAll(word) <= columns) {
      line.push(...word);
      continue;
    }
    if (widthOfAll(word) <= columns) {
      lines.push(line);
      line = word[0] === ' ' ? [] : [...word];
      continue;
    }
    for (const sign of word) {
      if (widthOfAll(line) + widthOf(sign) > columns) {
        lines.push(line);
        line = [];
      }
      line.push(sign);
    }
  }
  lines.push(line);
  return lines.map(withoutTrailingBlanks);
}

/** What must stay together: a Latin word or one wide character, each with the closing marks that follow it. */
function wordsOf(signs: readonly string[]): readonly (readonly string[])[] {
  const words: string[][] = [];
  for (const sign of signs) {
    const last = words.at(-1);
    const before = last?.at(-1);
    const joins =
      last !== undefined &&
      before !== undefined &&
      before !== ' ' &&
      sign !== ' ' &&
      (NEVER_FIRST.has(sign) || (widthOf(sign) === 1 && widthOf(before) === 1));
    if (joins) last.push(sign);
    else words.push([sign]);
  }
  return words;
}

function withoutTrailingBlanks(line: readonly string[]): readonly string[] {
  const end = line.findLastIndex((sign) => sign !== ' ');
  return line.slice(0, end + 1);
}
