/** What a text says, as terms: known words and their meanings, pairs of characters, single characters, English stems. */
import { namesIn, stems, type Lexicon, type Term } from './lexicon.ts';
import type { Run } from './plain-runs.ts';
import { WEIGHTS } from './weights.table.ts';

export type Heed = (term: Term, weight: number) => void;

/** How a text is listened to: a query closely, a sentence of prose for its words only. */
export interface Listening {
  /** Single characters too: they say little, and in prose nothing. */
  readonly toCharacters: boolean;
  /** What is said around what is looked for says next to nothing. */
  readonly pastAsides: boolean;
}

/** Tells every term of a text, one that is there twice perhaps twice. */
export function eachTerm(lexicon: Lexicon, runs: readonly Run[], listening: Listening, heed: Heed): void {
  for (const { script, text } of runs) {
    if (script === 'han') hanTerms(lexicon, text, listening, heed);
    if (script === 'number') heed(`n${text}`, WEIGHTS.number);
  }
  const words = stems(runs);
  if (words.length > 0) englishTerms(lexicon, words, listening, heed);
}

/** What no hall does is heard by its whole name and its pairs: words of it are also words of what the hall does. */
export function foreignTerms(runs: readonly Run[], heed: Heed): void {
  for (const name of namesIn(runs)) heed(`p${name}`, WEIGHTS.name);
  for (const { script, text } of runs)
    if (script === 'han') for (let at = 0; at + 1 < text.length; at++) heed(`b${text.slice(at, at + 2)}`, WEIGHTS.pair);
}

function hanTerms(lexicon: Lexicon, text: string, { toCharacters, pastAsides }: Listening, heed: Heed): void {
  const characters = [...text];
  const words = knownWords(lexicon, characters, '');
  const says = pastAsides ? howMuchEachSays(lexicon, characters.length, words) : null;
  const most = (start: number, end: number): number => (says === null ? 1 : Math.max(...says.slice(start, end)));
  for (const { start, end, word } of words)
    for (const meaning of lexicon.meanings.get(word) ?? [])
      heed(meaning, weightOf(meaning, word) * (meaning.startsWith('p') ? 1 : most(start, end)));
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1];
    if (toCharacters) heed(`u${character}`, WEIGHTS.character * most(at, at + 1));
    if (next !== undefined) heed(`b${character}${next}`, WEIGHTS.pair * most(at, at + 2));
  }
}

/** A character within an aside says next to nothing, unless a longer known word holds the aside. */
function howMuchEachSays(lexicon: Lexicon, length: number, words: readonly KnownWord[]): readonly number[] {
  const says = Array.from({ length }, () => 1);
  for (const { start, end, word } of words) {
    if (!lexicon.asides.has(word)) continue;
    const held = words.some(
      (other) => other.start <= start && other.end >= end && other.end - other.start > end - start,
    );
    if (!held) says.fill(WEIGHTS.aside, start, end);
  }
  return says;
}

function englishTerms(lexicon: Lexicon, words: readonly string[], { pastAsides }: Listening, heed: Heed): void {
  for (const { word } of knownWords(lexicon, words, ' '))
    for (const meaning of lexicon.meanings.get(word) ?? []) heed(meaning, weightOf(meaning, word));
  for (const word of words)
    heed(`e${word}`, WEIGHTS.english * (pastAsides && lexicon.asides.has(word) ? WEIGHTS.aside : 1));
}

interface KnownWord {
  readonly word: string;
  /** In characters, or English words. */
  readonly start: number;
  readonly end: number;
}

/** Every known word in a row of characters or stems, also those inside one another. */
function knownWords(lexicon: Lexicon, parts: readonly string[], between: '' | ' '): readonly KnownWord[] {
  const found: KnownWord[] = [];
  const isKnown = (word: string): boolean => lexicon.meanings.has(word) || lexicon.asides.has(word);
  for (const [start, first] of parts.entries()) {
    if (isKnown(first)) found.push({ start, end: start + 1, word: first });
    let word = `${first}${between}${parts[start + 1] ?? ''}`;
    const furthest = Math.min(parts.length, start + (lexicon.reach.get(word) ?? 0));
    for (let end = start + 2; end <= furthest; end++) {
      if (end > start + 2) word += `${between}${parts[end - 1] ?? ''}`;
      if (isKnown(word)) found.push({ start, end, word });
    }
  }
  return found;
}

/** A whole name says more the longer it is; a meaning or a word says what it says. */
export function weightOf(meaning: Term, word: string): number {
  if (meaning.startsWith('c')) return WEIGHTS.meaning;
  if (meaning.startsWith('w')) return WEIGHTS.word;
  return WEIGHTS.name * Math.min(1, word.length / 4);
}
