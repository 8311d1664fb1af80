/** The words that search knows: what each means, how it sounds and what its initials are. */
import type { Synonyms } from '../language/synonyms.ts';
import { stem } from './english.ts';
import { plainRuns, type Run } from './plain-runs.ts';
import { blurred, syllablesOf } from './sounds.ts';

/** A thing that texts and queries have in common: a word, a meaning, two characters in a row. */
export type Term = string;

export interface Lexicon {
  /** By word (Chinese, or English stems with spaces between): what it means. */
  readonly meanings: ReadonlyMap<string, readonly Term[]>;
  /** By blurred syllables with spaces between: the words that sound so. */
  readonly sounds: ReadonlyMap<string, readonly string[]>;
  /** By the initials of their syllables. */
  readonly initials: ReadonlyMap<string, readonly string[]>;
  readonly asides: ReadonlySet<string>;
  /** By the two characters or English stems that longer words begin with: how many the longest of them has. */
  readonly reach: ReadonlyMap<string, number>;
}

/** Longer ones are sentences: nobody types them as initials. */
export const LONGEST_HEARD = 12;
/** A longer row of characters is no name. */
const LONGEST_NAME = 40;

export interface LexiconMaker {
  /** A name of something: it means itself, and so does each word of it; of a foreign name only the whole means anything. */
  addName(runs: readonly Run[], kind: 'names' | 'foreign names'): void;
  done(): Lexicon;
}

export function makeLexicon(synonyms: Synonyms): LexiconMaker {
  const meanings = new Map<string, Term[]>();
  const sounds = new Map<string, string[]>();
  const initials = new Map<string, string[]>();
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const mean = (word: string, meaning: Term, isForeign = false): void => {
    if (!meanings.has(word) && isHeard(word)) {
      const syllables = syllablesOf(word);
      put(sounds, syllables.map(blurred).join(' '), word);
      if (!isForeign) put(initials, syllables.map((syllable) => syllable.charAt(0)).join(''), word);
    }
    put(meanings, word, meaning);
  };
  const namesKnown = new Set<string>();
  const addName = (name: string, isForeign: boolean): void => {
    if (name.length > LONGEST_NAME || namesKnown.has(name)) return;
    namesKnown.add(name);
    mean(name, `p${name}`, isForeign);
    if (isForeign || !isHan(name)) return;
    for (const { segment } of segmenter.segment(name))
      if (segment.length > 1 && segment !== name) mean(segment, `w${segment}`);
  };
  synonyms.same.forEach((words, group) => {
    for (const word of words) for (const part of namesIn(plainRuns(word))) mean(part, `c${group}`);
  });
  const asides = new Set(
    [...synonyms.asides['zh-CN'], ...synonyms.asides.en].flatMap((text) => namesIn(plainRuns(text))),
  );
  return {
    addName: (runs, kind) => {
      for (const name of namesIn(runs)) addName(name, kind === 'foreign names');
    },
    done: () => ({ meanings, sounds, initials, asides, reach: reachOf([...meanings.keys(), ...asides]) }),
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

function isHeard(word: string): boolean {
  return word.length > 1 && word.length <= LONGEST_HEARD && isHan(word);
}

function isHan(word: string): boolean {
  return word > '\u2e7f';
}

function reachOf(words: readonly string[]): ReadonlyMap<string, number> {
  const reach = new Map<string, number>();
  for (const word of words) {
    const parts = partsOf(word);
    if (parts.length < 2) continue;
    const start = parts.slice(0, 2).join(isHan(word) ? '' : ' ');
    reach.set(start, Math.max(reach.get(start) ?? 0, parts.length));
  }
  return reach;
}

/** A known word's characters, or its stems when it is English. */
function partsOf(word: string): readonly string[] {
  return isHan(word) ? [...word] : word.split(' ');
}

/** A text's parts as the lexicon has them: Chinese runs whole, English words as one row of stems. */
export function namesIn(runs: readonly Run[]): readonly string[] {
  const han = runs.filter(({ script }) => script === 'han').map(({ text }) => text);
  const english = stems(runs);
  return english.length === 0 ? han : [...han, english.join(' ')];
}

export function stems(runs: readonly Run[]): readonly string[] {
  return runs.filter(({ script }) => script === 'latin').map(({ text }) => stem(text));
}
