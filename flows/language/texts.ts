/** The words of the frame around every service, by key: one file per language, complete or refused. */
import { z } from 'zod';
import { TEXT_KEYS, type TextKey } from './text-keys.table.ts';

export type { TextKey } from './text-keys.table.ts';

const keys = Object.keys(TEXT_KEYS) as TextKey[];

/** The gaps (`{name}`) in a text, each once, sorted. */
export function gapsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([A-Za-z0-9]+)\}/g)].map((match) => match[1] ?? ''))].toSorted();
}

/** Leaves a gap standing when its value is missing: visible in review, never a crash at a counter. */
export function fillGaps(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([A-Za-z0-9]+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

const textFor = (key: TextKey) =>
  z
    .string()
    .min(1)
    .refine((text) => gapsIn(text).join() === [...TEXT_KEYS[key]].toSorted().join(), {
      error: () => `must have exactly these gaps: ${TEXT_KEYS[key].map((gap) => `{${gap}}`).join(' ') || 'none'}`,
    });

export const Texts = z.strictObject(
  Object.fromEntries(keys.map((key) => [key, textFor(key)])) as Record<TextKey, z.ZodString>,
);
export type Texts = Readonly<Record<TextKey, string>>;
