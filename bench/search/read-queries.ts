/** Reads the queries that search is measured with, and names each line of a file that is not as it should be. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

/** How a query is worded; `none` asks for something that the hall doesn't do. */
export const QUERY_KINDS = [
  'name',
  'plain',
  'dialect',
  'typo',
  'pinyin',
  'initials',
  'english',
  'mixed',
  'none',
] as const;

const querySchema = z
  .strictObject({
    query: z.string().trim().min(1),
    /** Ids of services and packages; a hit if any of them is among the first three. */
    expect: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is not the id of a service')).readonly(),
    kind: z.enum(QUERY_KINDS),
  })
  .readonly()
  .refine(({ expect, kind }) => (kind === 'none') === (expect.length === 0), {
    path: ['expect'],
    message: 'is empty for the kind none, and only for it',
  });

export type SearchQuery = z.infer<typeof querySchema>;

/** `tune` may be looked at by whoever writes the ranking, `held-back` by nobody but the measurement. */
export type QuerySet = 'tune' | 'held-back';

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
