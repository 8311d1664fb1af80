/** What a citizen may have meant: the terms of what was typed, and of what sounds like it or is nearly it. */
import { slips, stem } from './english.ts';
import { LONGEST_HEARD, type Term } from './lexicon.ts';
import { plainRuns } from './plain-runs.ts';
import { readPinyin, type PinyinReading } from './read-pinyin.ts';
import type { SearchIndex } from './search-index.ts';
import { blurred, syllablesOf } from './sounds.ts';
import { eachTerm, weightOf } from './terms.ts';
import { WEIGHTS } from './weights.table.ts';

type Terms = Map<Term, number>;

export interface Heard {
  /** By term: how surely it was meant, from 0 to 1. */
  readonly terms: ReadonlyMap<Term, number>;
  /** Those of them that stand there as they are; the others only sound or look alike, and most were not meant. */
  readonly written: ReadonlySet<Term>;
}

export function hearQuery(index: SearchIndex, text: string): Heard {
  const terms: Terms = new Map();
  const runs = plainRuns(text);
  eachTerm(index.lexicon, runs, { toCharacters: true, pastAsides: true }, (term, weight) => {
    raise(terms, term, weight);
  });
  const written = new Set(terms.keys());
  for (const { script, text: run } of runs) {
    if (script === 'han') {
      hearSounds(index, { syllables: syllablesOf(run), begun: '' }, run, terms);
      hearNear(index, run, terms);
    }
    if (script === 'latin') hearSlips(index, run, terms);
  }
  const letters = runs.filter(({ script }) => script === 'latin').map((run) => run.text);
  if (letters.length > 0) hearLetters(index, letters, terms);
  return { terms, written };
}

/** Letters that are no English words the hall uses: as Pinyin, else as initials. What was heard so is no English. */
function hearLetters(index: SearchIndex, words: readonly string[], terms: Terms): void {
  const foreign = words.filter((word) => !index.postings.has(`e${stem(word)}`));
  const joined = readPinyin(foreign.join(''));
  const heardWhole = joined !== null && hearSounds(index, joined, null, terms);
  for (const word of foreign) if (heardWhole || hearWord(index, word, terms)) terms.delete(`e${stem(word)}`);
}

function hearWord(index: SearchIndex, word: string, terms: Terms): boolean {
  const pinyin = readPinyin(word);
  return (pinyin !== null && hearSounds(index, pinyin, null, terms)) || hearInitials(index, word, terms);
}

/** True when any word sounds so. `written`: the characters that were typed, which may be homophones. */
function hearSounds(
  index: SearchIndex,
  { syllables, begun }: PinyinReading,
  written: string | null,
  terms: Terms,
): boolean {
  const { sounds, meanings } = index.lexicon;
  const sounding = syllables.map(blurred);
  let heard = false;
  const mean = (words: readonly string[], weight: number, typed: string | null): void => {
    for (const word of words) {
      if (word === typed || (typed !== null && word.length === 2 && ![...word].some((each) => typed.includes(each))))
        continue;
      for (const meaning of meanings.get(word) ?? []) raise(terms, meaning, weight * weightOf(meaning, word));
      heard = true;
    }
  };
  for (let start = 0; start < sounding.length; start++)
    for (let end = Math.min(sounding.length, start + LONGEST_HEARD); end > start + 1; end--) {
      const typed = written === null ? null : written.slice(start, end);
      mean(sounds.get(sounding.slice(start, end).join(' ')) ?? [], WEIGHTS.sound, typed);
    }
  if (begun !== '')
    for (let start = Math.max(0, sounding.length - 6); start < sounding.length; start++) {
      const prefix = `${[...sounding.slice(start)].join(' ')} ${blurred(begun)}`;
      for (const [sound, words] of sounds) if (sound.startsWith(prefix)) mean(words, WEIGHTS.sound * 0.8, null);
    }
  return heard;
}

/** Letters that are the initials of a known word, or of several in a row, as in "cgjj" for 查公积金. True when they are. */
function hearInitials(index: SearchIndex, letters: string, terms: Terms): boolean {
  const { initials, meanings } = index.lexicon;
  let heard = false;
  const mean = (words: readonly string[], share: number): void => {
    for (const word of words)
      for (const meaning of meanings.get(word) ?? []) {
        raise(terms, meaning, share * WEIGHTS.initials * weightOf(meaning, word));
        heard = true;
      }
  };
  for (let start = 0; start + 1 < letters.length; start++)
    for (let end = letters.length; end > start + 1; end--)
      mean(initials.get(letters.slice(start, end)) ?? [], ((end - start) / letters.length) ** 2);
  if (letters.length < 3) return heard;
  // What is a known word as it was typed needs no slip of the finger.
  const exact = initials.has(letters);
  for (const [known, words] of initials) {
    if (known.length > letters.length && known.includes(letters)) mean(words, letters.length / known.length);
    else if (!exact && letters.length > 3 && slips(known, letters, 1) === 1) mean(words, WEIGHTS.slip * 0.6);
  }
  return heard;
}

/** A name of which one character is another one, as a shape-based input method or a tired eye leaves it. */
function hearNear(index: SearchIndex, run: string, terms: Terms): void {
  if (run.length < 3 || run.length > LONGEST_HEARD || index.lexicon.meanings.has(run)) return;
  for (const [word, meanings] of index.lexicon.meanings) {
    if (word.length !== run.length || differing(word, run) !== 1) continue;
    for (const meaning of meanings) raise(terms, meaning, WEIGHTS.slip * weightOf(meaning, word));
  }
}

function differing(one: string, other: string): number {
  return [...one].filter((character, at) => character !== other.charAt(at)).length;
}

function hearSlips(index: SearchIndex, run: string, terms: Terms): void {
  const typed = stem(run);
  if (typed.length < 4 || index.postings.has(`e${typed}`) || index.lexicon.asides.has(typed)) return;
  const most = typed.length > 7 ? 2 : 1;
  for (const word of index.english) {
    if (slips(word, typed, most) > most) continue;
    raise(terms, `e${word}`, WEIGHTS.english * WEIGHTS.slip);
    for (const meaning of index.lexicon.meanings.get(word) ?? [])
      raise(terms, meaning, WEIGHTS.slip * weightOf(meaning, word));
  }
}

/** However often and in whatever way it was heard, a term counts once, as it was heard best. */
function raise(terms: Terms, term: Term, weight: number): void {
  if ((terms.get(term) ?? 0) < weight) terms.set(term, weight);
}
