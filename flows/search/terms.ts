/** What a text says, as terms: known words and their meanings, pairs of characters, single characters, English stems. */
import { stems, type Lexicon, type Term } from './lexicon.ts';
import { plainRuns, type Run } from './plain-runs.ts';
import { WEIGHTS } from './weights.table.ts';

export type Terms = Map<Term, number>;

export function raise(terms: Terms, term: Term, weight: number): void {
  if ((terms.get(term) ?? 0) < weight) terms.set(term, weight);
}

export function termsOf(lexicon: Lexicon, text: string, alsoCharacters: boolean): Terms {
  const terms: Terms = new Map();
  const runs = plainRuns(text);
  for (const run of runs) if (run.script === 'han') hanTerms(lexicon, run.text, alsoCharacters, terms);
  for (const run of runs) if (run.script === 'number') raise(terms, `n${run.text}`, WEIGHTS.number);
  englishTerms(lexicon, runs, terms);
  return terms;
}

function hanTerms(lexicon: Lexicon, text: string, alsoCharacters: boolean, terms: Terms): void {
  const characters = [...text];
  const words = knownWords(lexicon, characters, '');
  const says = howMuchEachSays(lexicon, characters.length, words);
  const most = (start: number, end: number): number => Math.max(...says.slice(start, end));
  for (const { start, end, word } of words)
    for (const meaning of lexicon.meanings.get(word) ?? [])
      raise(terms, meaning, weightOf(meaning, word) * (meaning.startsWith('p') ? 1 : most(start, end)));
  characters.forEach((character, at) => {
    const next = characters[at + 1];
    if (alsoCharacters) raise(terms, `u${character}`, WEIGHTS.character * most(at, at + 1));
    if (next !== undefined) raise(terms, `b${character}${next}`, WEIGHTS.pair * most(at, at + 2));
  });
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

function englishTerms(lexicon: Lexicon, runs: readonly Run[], terms: Terms): void {
  const words = stems(runs);
  for (const { word } of knownWords(lexicon, words, ' '))
    for (const meaning of lexicon.meanings.get(word) ?? []) raise(terms, meaning, weightOf(meaning, word));
  for (const word of words) raise(terms, `e${word}`, WEIGHTS.english * (lexicon.asides.has(word) ? WEIGHTS.aside : 1));
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
  for (let start = 0; start < parts.length; start++) {
    let word = '';
    const furthest = Math.min(parts.length, start + (lexicon.reach.get(parts[start] ?? '') ?? 0));
    for (let end = start + 1; end <= furthest; end++) {
      word = end === start + 1 ? (parts[start] ?? '') : `${word}${between}${parts[end - 1] ?? ''}`;
      if (lexicon.meanings.has(word) || lexicon.asides.has(word)) found.push({ start, end, word });
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
