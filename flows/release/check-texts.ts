/** Whether every text can be shown as it stands: not longer than a screen has room for, and no gap that nothing fills. */
import type { Json } from '#contract/json.ts';
import { LANGUAGES } from '#contract/language.ts';
import { tell } from '../findings/findings.table.ts';
import { withoutGaps } from '../language/texts.ts';
import type { Problem } from './finding.ts';

/** In characters. The longest sentence of our own catalogue has less than 200; a page that holds hundreds can't be drawn in time. */
export const LONGEST_TEXT = 400;
/** Names and headings stand on buttons and in lists. */
export const LONGEST_NAME = 120;
const NAMES: ReadonlySet<PropertyKey> = new Set(['title', 'label', 'name']);

/** `file`: without ending. Works on what was written, before any schema: an endless text is told as that, and nothing else. */
export function checkTexts(file: string, value: Json): readonly Problem[] {
  const problems: Problem[] = [];
  // Lists of words for the search: no citizen reads them.
  if (file === 'synonyms') return problems;
  const look = (text: string, path: readonly PropertyKey[]): void => {
    const isFrame = file.startsWith('texts/');
    const inLanguage = (LANGUAGES as readonly PropertyKey[]).includes(path.at(-1) ?? '');
    const most = inLanguage && NAMES.has(path.at(-2) ?? '') ? LONGEST_NAME : LONGEST_TEXT;
    // Rules have their own, somewhat wider limit.
    if (text.length > most && (isFrame || inLanguage))
      problems.push({ ...tell('text.tooLong', { count: text.length, most }), file, path });
    if (!isFrame && !inLanguage) return;
    const mayHaveGaps = isFrame || isSentence(path);
    const rest = mayHaveGaps ? withoutGaps(text) : text;
    if (/[{}]/.test(rest))
      problems.push({
        ...(mayHaveGaps ? tell('text.halfGap', { example: '{name}' }) : tell('text.braces')),
        file,
        path,
      });
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

/** Only the sentences of a check are filled: `met`, `unmet` and `suggestions`, each with its `text`. */
function isSentence(path: readonly PropertyKey[]): boolean {
  return path.at(-2) === 'text' && path[0] === 'steps';
}
