/** One sentence in both languages: which gaps (`{name}`) it has is part of its type, and both languages must have the same. */

/** The names of the gaps in a text; after a name may stand the word that its number takes, `{count page/pages}`. */
export type Gaps<T extends string> = T extends `${string}{${infer Gap}}${infer Rest}`
  ? NameOf<Gap> | Gaps<Rest>
  : never;
type NameOf<Gap extends string> = Gap extends `${infer Name} ${string}` ? Name : Gap;

export interface Both<Chinese extends string = string, English extends string = string> {
  readonly 'zh-CN': Chinese;
  readonly en: English;
}

/** The English text where its gaps are those of the Chinese one; else a type that says what is wrong. */
type SameGaps<Chinese extends string, English extends string> = [Gaps<Chinese>] extends [Gaps<English>]
  ? [Gaps<English>] extends [Gaps<Chinese>]
    ? English
    : 'the English text has a gap that the Chinese one has not'
  : 'the Chinese text has a gap that the English one has not';

export function both<const Chinese extends string, const English extends string>(
  chinese: Chinese,
  english: SameGaps<Chinese, English> & English,
): Both<Chinese, English> {
  return { 'zh-CN': chinese, en: english };
}

/** What a topic's table says of one finding. */
export interface Words {
  /** What is wrong, for whoever runs a hall and is no programmer. */
  readonly wrong: Both;
  /** What a citizen would meet if this were published; left out where it is the same sentence once more. */
  readonly citizen?: Both;
  /** What to do, best with the very word to write. */
  readonly todo: Both;
}

/** The findings of one topic by their codes. */
export type Topic = Readonly<Record<string, Words>>;
