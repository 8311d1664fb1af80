/** Reads the queries that search is measured with, and names each line of a file that is not as it should be. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

/** How a query that some service answers is worded; the second line only in the third set. */
const WANTED = [
  ...(['name', 'plain', 'dialect', 'typo', 'pinyin', 'initials', 'english', 'mixed'] as const),
  ...(['indirect', 'voice', 'homophone', 'shape', 'traditional'] as const),
] as const;

/** What the hall doesn't do: `none` has nothing to do with it, `near` is what other offices do. */
export const UNWANTED = ['none', 'near'] as const;

export const QUERY_KINDS = [...WANTED, ...UNWANTED] as const;

const querySchema = z
  .strictObject({
    query: z.string().trim().min(1),
    /** Ids of services and packages; a hit if any of them is among the first three. */
    expect: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is not the id of a service')).readonly(),
    kind: z.enum(QUERY_KINDS),
  })
  .readonly()
  .refine(({ expect, kind }) => isUnwanted(kind) === (expect.length === 0), {
    path: ['expect'],
    message: 'is empty for the kinds none and near, and only for them',
  });

export type SearchQuery = z.infer<typeof querySchema>;

/**
 * The tune files may be looked at by whoever writes the ranking, the held-back ones by nobody but the measurement. The
 * third set was written later and by somebody who hadn't read the ranking.
 */
export const QUERY_SETS = ['tune', 'held-back', 'third-tune', 'third-held-back'] as const;
export type QuerySet = (typeof QUERY_SETS)[number];

/** Whether every offer is foolish. */
export function isUnwanted(kind: (typeof QUERY_KINDS)[number]): boolean {
  return UNWANTED.some((unwanted) => unwanted === kind);
}

const FOLDER = path.join(import.meta.dirname, 'queries');

export function readQueries(set: QuerySet): readonly SearchQuery[] {
  const file = path.join(FOLDER, `${set}.yaml`);
  return parseQueries(readFileSync(file, 'utf8'), `${set}.yaml`);
}

/** Throws with every mistake of the text at once, each with its line: the files are ours, a wrong one is a bug. */
export function parseQueries(text: string, name: string): readonly SearchQuery[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const unreadable = document.errors.map(({ pos, message }) => `${name}:${lines.linePos(pos[0]).line} ${message}`);
  if (unreadable.length > 0) throw new SyntaxError(unreadable.join('\n'));
  const parsed = z.array(querySchema).readonly().safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path: at, message }) => {
    const keys = at.map((key) => (typeof key === 'number' ? key : String(key)));
    return `${name}:${lines.linePos(startOf(document, keys)).line} ${keys.slice(1).join('.')} ${message}`;
  });
  throw new SyntaxError(mistakes.join('\n'));
}

/** Where in the text the value begins, or the nearest around it: what is missing has no place of its own. */
function startOf(document: Document, keys: readonly (string | number)[]): number {
  const node = document.getIn(keys, true);
  if (isNode(node) && node.range) return node.range[0];
  return keys.length === 0 ? 0 : startOf(document, keys.slice(0, -1));
}
