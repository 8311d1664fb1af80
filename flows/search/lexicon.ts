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
  /** By the character or English stem that words begin with: how many the longest of them has. */
  readonly reach: ReadonlyMap<string, number>;
}

/** Longer ones are sentences: nobody types them as initials. */
export const LONGEST_HEARD = 12;

export interface LexiconMaker {
  /** A name of something: it means itself, and so does each word of it. */
  addName(text: string): void;
  done(): Lexicon;
}

export function makeLexicon(synonyms: Synonyms): LexiconMaker {
  const meanings = new Map<string, Term[]>();
  const sounds = new Map<string, string[]>();
  const initials = new Map<string, string[]>();
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [value]);
    else if (!known.includes(value)) known.push(value);
  };
  const hear = (word: string): void => {
    const syllables = syllablesOf(word);
    put(sounds, syllables.map(blurred).join(' '), word);
    put(initials, syllables.map((syllable) => syllable.charAt(0)).join(''), word);
  };
  const add = (text: string, meaning: (word: string) => Term, whole: boolean): void => {
    for (const word of wordsOf(text)) {
      if (word.key.length > 40) continue;
      const isNew = !meanings.has(word.key);
      put(meanings, word.key, meaning(word.key));
      if (word.han && isNew && word.key.length > 1 && word.key.length <= LONGEST_HEARD) hear(word.key);
      if (!word.han || !whole) continue;
      for (const { segment } of segmenter.segment(word.key)) {
        if (segment.length < 2 || segment === word.key) continue;
        const unheard = !meanings.has(segment);
        put(meanings, segment, `w${segment}`);
        if (unheard) hear(segment);
      }
    }
  };
  synonyms.same.forEach((words, group) => {
    for (const word of words) add(word, () => `c${group}`, false);
  });
  const asides = new Set(
    [...synonyms.asides['zh-CN'], ...synonyms.asides.en].flatMap((text) => wordsOf(text).map(({ key }) => key)),
  );
  return {
    addName: (text) => add(text, (word) => `p${word}`, true),
    done: () => ({ meanings, sounds, initials, asides, reach: reachOf([...meanings.keys(), ...asides]) }),
  };
}

function reachOf(words: readonly string[]): ReadonlyMap<string, number> {
  const reach = new Map<string, number>();
  for (const word of words) {
    const parts = partsOf(word);
    const first = parts[0] ?? '';
    reach.set(first, Math.max(reach.get(first) ?? 0, parts.length));
  }
  return reach;
}

/** A known word's characters, or its stems when it is English. */
function partsOf(word: string): readonly string[] {
  return /[a-z]/.test(word) ? word.split(' ') : [...word];
}

/** A text's parts as the lexicon has them: Chinese runs whole, English words as one row of stems. */
function wordsOf(text: string): { key: string; han: boolean }[] {
  const runs = plainRuns(text);
  const han = runs.filter(({ script }) => script === 'han').map((run) => ({ key: run.text, han: true }));
  const latin = runs.filter(({ script }) => script === 'latin');
  return latin.length === 0 ? han : [...han, { key: stems(latin).join(' '), han: false }];
}

export function stems(runs: readonly Run[]): readonly string[] {
  return runs.filter(({ script }) => script === 'latin').map(({ text }) => stem(text));
}
