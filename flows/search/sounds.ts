/** How Chinese words sound: their syllables in Pinyin, with the sounds that many people don't tell apart made one. */
import { pinyin } from 'pinyin-pro';

/** The syllables of a Chinese word, without tones: one for each character. */
export function syllablesOf(word: string): readonly string[] {
  return pinyin(word, { toneType: 'none', type: 'array', v: true });
}

/** z/zh, c/ch, s/sh; n/l; in/ing, en/eng, an/ang; hu/f, as hui and fei are mixed up in the south-west. */
export function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^hui$/, 'fei')
    .replace(/^hun$/, 'fen')
    .replace(/^hu(?=[ao])/, 'f')
    .replace(/^hu$/, 'fu')
    .replace(/([aei])ng$/, '$1n');
}
