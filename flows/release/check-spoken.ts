/** Whether every text can be said aloud and hides nothing: what a voice can't say, nobody hears who can't see. */
import type { Json } from '#contract/json.ts';
import { LANGUAGES } from '#contract/language.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import type { Problem } from './finding.ts';

/** Characters nobody sees: they turn the direction of writing, join, or take no room. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;
/** What voices say, or what makes them pause. */
const SPEAKABLE =
  /^[\p{Script=Han}\p{Script=Latin}\p{N}\p{M}\s。，、；：？！“”‘’（）《》〈〉【】—–…·.,;:?!'"()\-{}+%/+×&℃㎡]*$/u;
const UNSPEAKABLE =
  /[^\p{Script=Han}\p{Script=Latin}\p{N}\p{M}\s。，、；：？！“”‘’（）《》〈〉【】—–…·.,;:?!'"()\-{}+%/×&℃㎡]/u;
/** Nobody writes down an address that is read out. */
const ADDRESS = /https?:|www\.|\.(com|cn|org|net|gov)\b/i;

/** `file`: without ending. Works on what was written, before any schema. */
export function checkSpoken(file: string, value: Json): readonly Problem[] {
  const problems: Problem[] = [];
  const look = (text: string, path: readonly PropertyKey[]): void => {
    const told = wrongWith(text, isForCitizens(file, path));
    if (told !== null) problems.push({ ...told, file, path });
  };
  const walk = (here: Json, path: readonly PropertyKey[]): void => {
    if (typeof here === 'string') look(here, path);
    else if (Array.isArray(here)) for (const [index, each] of here.entries()) walk(each, [...path, index]);
    else if (typeof here === 'object' && here !== null)
      for (const [key, each] of Object.entries(here)) walk(each, [...path, key]);
  };
  walk(value, []);
  return problems;
}

function wrongWith(text: string, isSaid: boolean): Told | null {
  const hidden = HIDDEN.exec(text.replaceAll(/[\n\t]/g, ''));
  if (hidden !== null) {
    const number = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return tell('text.hidden', { code: `U+${number}` });
  }
  if (!isSaid) return null;
  if (ADDRESS.test(text)) return tell('text.address');
  return SPEAKABLE.test(text) ? null : tell('text.spoken', { sign: UNSPEAKABLE.exec(text)?.[0] ?? '' });
}

/** A text in a language; what is searched for, or only printed for the staff, is not said. */
function isForCitizens(file: string, path: readonly PropertyKey[]): boolean {
  if (file === 'synonyms' || path.includes('keywords') || path.includes('legalBasis')) return false;
  return file.startsWith('texts/') || (LANGUAGES as readonly PropertyKey[]).includes(path.at(-1) ?? '');
}
