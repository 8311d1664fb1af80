/** Reading a page of paper: the picture that goes in, the words that come out, and the fields found among them. */
import { z } from 'zod';
import type { CancelToken } from './devices/classes.ts';
import type { Result } from './result.ts';

/** More than a document camera of 8 megapixels gives; a larger picture is refused, not read slowly. */
export const MOST_PIXELS = 12_000_000;
export const MOST_PAGE_BYTES = 24_000_000;

/** What the paper is written in. Latin letters and digits among the Chinese are read too. */
export const PaperLanguage = z.enum(['zh-CN']);
export type PaperLanguage = z.infer<typeof PaperLanguage>;

/** One picture as the camera took it: a whole JPEG or PNG file, upright, cut to the paper. */
export interface PageToRead {
  readonly picture: Uint8Array;
  readonly language: PaperLanguage;
}

/** A rectangle in pixels of the picture that was given, from its upper left corner. */
export const PixelBox = z.strictObject({
  left: z.number().int(),
  top: z.number().int(),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
});
export type PixelBox = Readonly<z.infer<typeof PixelBox>>;

/** How sure the reader is, 0 to 100. What is sure may still be wrong: only a check digit proves. */
export const Confidence = z.number().min(0).max(100);

const read = { text: z.string(), box: PixelBox, confidence: Confidence };

/** One character, of Chinese or of a number. */
export const ReadCharacter = z.strictObject(read);
export type ReadCharacter = Readonly<z.infer<typeof ReadCharacter>>;

export const ReadWord = z.strictObject({ ...read, characters: z.array(ReadCharacter) });
export type ReadWord = Readonly<z.infer<typeof ReadWord>>;

/** `text` is that of the words, with a space between two. */
export const ReadLine = z.strictObject({ ...read, words: z.array(ReadWord) });
export type ReadLine = Readonly<z.infer<typeof ReadLine>>;

/** Everything on one page, lines from top to bottom as the reader saw them. */
export const PageRead = z.strictObject({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  lines: z.array(ReadLine),
  confidence: Confidence,
  /** From the start of reading to its end; waiting for another page isn't counted. */
  elapsedMs: z.number().nonnegative(),
});
export type PageRead = Readonly<z.infer<typeof PageRead>>;

export const OcrFault = z.enum([
  /** The reader can't be started, or ended in the middle of the page. */
  'ocr.unavailable',
  /** It took longer than it was given. */
  'ocr.timeOut',
  /** Not a JPEG or PNG, damaged, or larger than a page may be. */
  'ocr.notAPicture',
  /** Nobody wants the answer any more. */
  'ocr.canceled',
]);
export type OcrFault = z.infer<typeof OcrFault>;

/** The port: pages wait for each other. */
export interface PageReader {
  /** Never rejects for an expected failure. Ends within `timeoutMs`, waiting included. */
  read(
    page: PageToRead,
    options: { readonly timeoutMs: number; readonly cancelled?: CancelToken },
  ): Promise<Result<PageRead, OcrFault>>;
  /** Gets ready while the citizen lays the paper down; harmless when it is ready. */
  prepare(): void;
  /** The citizen is gone: what is being read ends as `ocr.canceled`, and nothing of any page stays. */
  forget(): Promise<void>;
}

/** camelCase, the same as a data element's where the value answers one. */
export const FieldName = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example idNumber');
export type FieldName = z.infer<typeof FieldName>;

export const FieldKind = z.enum(['idNumber', 'uscc', 'date', 'money', 'name', 'address', 'text']);
export type FieldKind = z.infer<typeof FieldKind>;

/** What stands behind a value, strongest first. */
export const Check = z.enum([
  /** Its own check digit: GB 11643 of an ID number, GB 32100 of a credit code. */
  'checkDigit',
  /** Figures and capitals of an amount say the same. */
  'saidTwice',
  /** It has the shape of its kind, and exists: a day of the calendar, an amount. */
  'format',
  /** Only that it stands where the recipe expects it. */
  'anchorOnly',
]);
export type Check = z.infer<typeof Check>;

export const WhyEmpty = z.enum([
  /** None of the wordings that lead to it is on the page. */
  'noAnchor',
  /** The wording is there, and nothing beside it. */
  'nothingThere',
  /** Something is there, but not of its kind: not a day, not an ID number. */
  'notItsKind',
  /** The check digit, or the second saying of the amount, contradicts. */
  'contradicted',
  /** Read, but not surely enough. */
  'unsure',
  /** Two places on the page say different things. */
  'severalValues',
]);
export type WhyEmpty = z.infer<typeof WhyEmpty>;

export const FieldReading = z.discriminatedUnion('found', [
  z.strictObject({
    found: z.literal(true),
    /**
     * One form for each kind. idNumber, uscc: capitals without spaces. date: `2026-11-21`. money: fen as digits,
     * `123450`. name, address, text: without the spaces that stand between Chinese characters.
     */
    value: z.string(),
    /** As it was read, for the citizen to compare. */
    raw: z.string(),
    confidence: Confidence,
    box: PixelBox,
    check: Check,
  }),
  /** Never a guess: `raw` and `box` only show where to look. */
  z.strictObject({
    found: z.literal(false),
    why: WhyEmpty,
    raw: z.string().nullable(),
    box: PixelBox.nullable(),
  }),
]);
export type FieldReading = Readonly<z.infer<typeof FieldReading>>;

/** What a recipe found on a page, each of its fields once. The citizen confirms it; nothing here is an answer yet. */
export const FieldReadings = z.record(FieldName, FieldReading);
export type FieldReadings = Readonly<Record<FieldName, FieldReading>>;
