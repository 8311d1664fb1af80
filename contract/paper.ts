/** A page of A4 as data: what a printed proof, list or guide says, in final texts of one language. What it looks like is decided where it is drawn. */
import { z } from 'zod';
import { Language } from './language.ts';
import { SignaturePath } from './signature.ts';
import { VerifyCode } from './verify-code.ts';

/** Nothing that no font draws or that changes the direction of what is read. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;
const words = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !UNPRINTABLE.test(text), 'holds a character that cannot be printed');

const Line = words(120);
const Passage = words(2_000);
/** What is in one cell of a table; empty where there is nothing to say. */
const Cell = z.union([z.literal(''), words(160)]);

export const PaperBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: Line }),
  z.strictObject({ kind: z.literal('subtitle'), text: Line }),
  /** Never the last line of a page. */
  z.strictObject({ kind: z.literal('heading'), text: Line }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text: Passage,
    align: z.enum(['left', 'right']).default('left'),
    /** Two characters further in at its first line, as Chinese documents have it. */
    indent: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('list'), numbered: z.boolean(), items: z.array(Passage).min(1).max(60) }),
  /** What is certified of one person or thing. */
  z.strictObject({
    kind: z.literal('facts'),
    rows: z
      .array(z.strictObject({ label: words(60), value: words(400) }))
      .min(1)
      .max(60),
  }),
  /** Its header stands again on each page that it goes on to. */
  z
    .strictObject({
      kind: z.literal('table'),
      header: z.array(Cell).min(1).max(6),
      rows: z.array(z.array(Cell)).min(1).max(400),
      /** Numbers and amounts stand under each other at the right. */
      right: z.array(z.number().int().nonnegative()).default([]),
    })
    .refine(
      ({ header, rows }) => rows.every((row) => row.length === header.length),
      'a row has not as many cells as the header',
    ),
  /** Holds nothing personal. */
  z.strictObject({ kind: z.literal('qr'), data: z.string().min(1).max(400), caption: Line }),
  z.strictObject({ kind: z.literal('signature'), caption: Line, path: SignaturePath }),
  /** How anyone can find out that this paper is real: there is no seal on it. */
  z.strictObject({
    kind: z.literal('verify'),
    label: Line,
    code: VerifyCode,
    /** Where to check, and that what is printed has to agree. */
    where: words(300),
    /** What the QR beside it holds: the code or an address with it. */
    data: z.string().min(1).max(400),
  }),
  z.strictObject({ kind: z.literal('gap') }),
]);
export type PaperBlock = Readonly<z.infer<typeof PaperBlock>>;

export const PaperDocument = z.strictObject({
  language: Language,
  /** Its name among print jobs; nothing personal. */
  name: Line,
  /** Wall time in ms: the date in the file, so that the same paper is the same bytes. */
  madeAt: z.number().int().nonnegative(),
  /** Across every page, for example 练习: this paper is not valid. */
  watermark: words(12).nullable().default(null),
  /** At the foot of every page. */
  footer: Line.nullable().default(null),
  /** With `{page}` and `{pages}`, for example 第 {page} 页，共 {pages} 页. */
  pageWords: words(60),
  blocks: z.array(PaperBlock).min(1).max(400),
});
export type PaperDocument = Readonly<z.infer<typeof PaperDocument>>;
/** As it is written down, before what is left out is filled in. */
export type PaperDraft = z.input<typeof PaperDocument>;

/** What a paper says as one text, with its code: the same paper always gives the same text, another one never. */
export function factsOf(code: string, { language, madeAt, blocks }: PaperDocument): string {
  return JSON.stringify([code, language, madeAt, blocks]);
}
