/** minisearch over the same texts, tokenised as one would for Chinese: what a good general library finds without knowing the hall. */
import MiniSearch from 'minisearch';
import { type Entry, type Field, idOf } from '#flows/search/entries.ts';

const FIELDS = ['title', 'names', 'prose'] as const;
type Document = Readonly<Record<(typeof FIELDS)[number] | 'id', string>>;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Words, and of Chinese also every pair of characters. */
function tokens(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike === true) found.push(segment);
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 1 < run.length; at++) found.push(run.slice(at, at + 2));
  return found;
}

/** Finds the ids of services and packages, the likeliest first. */
export type Rival = (query: string) => readonly string[];

export function rivalIndex(entries: readonly Entry[]): Rival {
  const index = new MiniSearch<Document>({ fields: [...FIELDS], tokenize: tokens });
  index.addAll(entries.filter(({ found }) => !('elsewhere' in found)).map(documentOf));
  const options = { boost: { title: 3, names: 2 }, prefix: true, fuzzy: 0.2 };
  return (query) => index.search(query, options).map(({ id }) => String(id));
}

function documentOf({ found, title, fields }: Entry): Document {
  const texts = (kind: Field['kind']): string =>
    fields.flatMap((field) => (field.kind === kind ? field.texts : [])).join(' ');
  return { id: idOf(found), title: Object.values(title).join(' '), names: texts('names'), prose: texts('prose') };
}
