/** The words of the frame around every service, by key: one file per language, complete or refused. */
import { z } from 'zod';
import { finds } from '../findings/own-issue.ts';
import { TEXT_KEYS, type TextKey } from './text-keys.table.ts';

export type { TextKey } from './text-keys.table.ts';

const keys = Object.keys(TEXT_KEYS) as TextKey[];

/** `{name}`, or with the word that a number takes, `{name page/pages}`: “1 page”, “2 pages”. */
const GAP = /\{([A-Za-z0-9]+)(?: ([^{}/]+)\/([^{}/]+))?\}/g;

/** The names of the gaps in a text, each once, sorted. */
export function gapsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(GAP)].map((match) => match[1] ?? ''))].toSorted();
}

export function withoutGaps(text: string): string {
  return text.replaceAll(GAP, '');
}

/** With the longer word of each number: as much room as it can need. */
export function longestForm(text: string): string {
  return text.replaceAll(GAP, (gap: string, name: string, one?: string, more?: string) =>
    one === undefined || more === undefined ? gap : `{${name}} ${one.length > more.length ? one : more}`,
  );
}

/** Leaves a gap standing when its value is missing: visible in review, never a crash at a counter. */
export function fillGaps(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(GAP, (gap: string, name: string, one?: string, more?: string) => {
    const value = values[name];
    if (value === undefined) return gap;
    return one === undefined || more === undefined ? String(value) : `${value} ${String(value) === '1' ? one : more}`;
  });
}

const textFor = (key: TextKey) =>
  z
    .string()
    .min(1)
    .refine(
      (text) => gapsIn(text).join() === [...TEXT_KEYS[key]].toSorted().join(),
      finds('text.frameGaps', { gaps: TEXT_KEYS[key].map((gap) => `{${gap}}`).join(' ') || '–' }),
    );

export const Texts = z.strictObject(
  Object.fromEntries(keys.map((key) => [key, textFor(key)])) as Record<TextKey, z.ZodString>,
);
export type Texts = Readonly<Record<TextKey, string>>;
