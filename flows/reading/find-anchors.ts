/** Finds the printed words of a recipe on a page, also where the reader took one character for another that looks like it. */
import type { Glyph, Row } from './glyphs.ts';

export interface Anchor {
  readonly wording: string;
  readonly row: number;
  /** In the row: from `start` up to, without, `end`. */
  readonly start: number;
  readonly end: number;
}

/** Characters that readers confuse, each with the one that stands for them all. Only printed words are compared so. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  ...{ 曰: '日', 目: '日', 己: '已', 巳: '已', 末: '未', 士: '土', 入: '人', 八: '人', 囗: '口', 干: '千', 于: '千' },
  ...{
    其: '期',
    国: '围',
    贷: '货',
    帐: '账',
    栗: '票',
    '〈': '(',
    '《': '(',
    '[': '(',
    '〉': ')',
    '》': ')',
    ']': ')',
  },
};

/** One wrong character in this many is forgiven; a word of three is either right or not found. */
const LETTERS_FOR_A_SLIP = 4;

/**
 * From top to bottom. Where two wordings overlap, that one stands there of which more letters are right: 项目名称 is no
 * 名称, and （小写） no （大写） with a slip.
 */
export function findAnchors(rows: readonly Row[], wordings: readonly string[]): readonly Anchor[] {
  const known = [...new Set(wordings)];
  return rows.flatMap((row, index) => {
    const taken: Anchor[] = [];
    const places = known.flatMap((wording) => placesOf(row, wording));
    for (const { wording, start, end } of places.toSorted(
      (a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start),
    ))
      if (taken.every((other) => end <= other.start || start >= other.end))
        taken.push({ wording, row: index, start, end });
    return taken.toSorted((a, b) => a.start - b.start);
  });
}

interface Place extends Omit<Anchor, 'row'> {
  /** Letters that are right, less those that are wrong. */
  readonly weight: number;
}

function placesOf(row: Row, wording: string): readonly Place[] {
  const letters = plain(wording);
  const slips = Math.floor(letters.length / LETTERS_FOR_A_SLIP);
  const places: Place[] = [];
  for (let start = 0; start + letters.length <= row.length; start += 1) {
    const wrong = letters.filter((letter, index) => letter !== alike(row[start + index])).length;
    if (wrong <= slips)
      places.push({ wording, start, end: start + letters.length, weight: letters.length - 2 * wrong });
  }
  return places;
}

function plain(wording: string): readonly string[] {
  return [...wording.normalize('NFKC')].filter((each) => each.trim() !== '').map((each) => LOOK_ALIKE[each] ?? each);
}

function alike(glyph: Glyph | undefined): string {
  return glyph === undefined ? '' : (LOOK_ALIKE[glyph.text] ?? glyph.text);
}
