/** What a citizen may have meant: the terms of what was typed, and of what sounds like it or is nearly it. */
import { slips, stem } from './english.ts';
import { LONGEST_HEARD } from './lexicon.ts';
import { plainRuns } from './plain-runs.ts';
import { readPinyin, type PinyinReading } from './read-pinyin.ts';
import type { SearchIndex } from './search-index.ts';
import { blurred, syllablesOf } from './sounds.ts';
import { raise, termsOf, weightOf, type Terms } from './terms.ts';
import { WEIGHTS } from './weights.table.ts';

export function hearQuery(index: SearchIndex, text: string): Terms {
  const terms = termsOf(index.lexicon, text, true);
  const runs = plainRuns(text);
  for (const { script, text: run } of runs) {
    if (script === 'han') hearSounds(index, { syllables: syllablesOf(run), begun: '' }, run, terms);
    if (script === 'latin') hearSlips(index, run, terms);
  }
  const letters = runs.filter(({ script }) => script === 'latin').map((run) => run.text);
  if (letters.length > 0) hearLetters(index, letters, terms);
  return terms;
}

/** Letters in a row: as Pinyin, else as initials. */
function hearLetters(index: SearchIndex, words: readonly string[], terms: Terms): void {
  const known = words.filter((word) => !index.postings.has(`e${stem(word)}`));
  const joined = readPinyin(known.join(''));
  const heard = joined !== null && hearSounds(index, joined, null, terms);
  if (heard) return;
  for (const word of known) {
    const alone = readPinyin(word);
    if (alone !== null && hearSounds(index, alone, null, terms)) continue;
    hearInitials(index, word, terms);
  }
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

function hearInitials(index: SearchIndex, letters: string, terms: Terms): void {
  if (letters.length < 2) return;
  const { initials, meanings } = index.lexicon;
  for (const [known, words] of initials) {
    const weight =
      known === letters
        ? 1
        : known.includes(letters) && letters.length > 2
          ? 0.6
          : letters.length > 3 && slips(known, letters, 1) === 1
            ? 0.4
            : 0;
    if (weight === 0) continue;
    for (const word of words)
      for (const meaning of meanings.get(word) ?? [])
        raise(terms, meaning, weight * WEIGHTS.initials * weightOf(meaning, word));
  }
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
