/** How a kind of chip card is read, as data: which application and files to select, which bytes are which field (ISO 7816-4). */
import { z } from 'zod';

const Hex = z.string().regex(/^([0-9A-F]{2})+$/, { error: 'bytes as 0-9 A-F, two digits each' });
/** What one short command can bring. */
const Length = z.number().int().min(1).max(256);

export const ChipField = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, { error: 'a word like cardNumber' }),
  /** Where it begins in what the step brings; a record often begins with two bytes that aren't text. */
  at: z.number().int().min(0).max(255).default(0),
  length: Length,
  /** `digits`: two in a byte. Padding at the end is cut off. */
  as: z.enum(['ascii', 'gb18030', 'utf8', 'digits', 'hex']),
  /** What it must look like; otherwise the card counts as unreadable. */
  must: z.enum(['identityNumber', 'day', 'filled']).default('filled'),
});
export type ChipField = Readonly<z.infer<typeof ChipField>>;

const fields = z.array(ChipField).min(1).max(20);
export const ChipStep = z.discriminatedUnion('do', [
  /** The application that makes it a card of this kind; a card without it is another card. */
  z.strictObject({ do: z.literal('selectApplication'), aid: Hex.max(32) }),
  z.strictObject({ do: z.literal('selectFile'), file: Hex.length(4) }),
  z.strictObject({ do: z.literal('readBinary'), from: z.number().int().min(0).max(32_767), length: Length, fields }),
  z.strictObject({
    do: z.literal('readRecord'),
    record: z.number().int().min(0).max(255),
    /** The second parameter of READ RECORD: how `record` is meant. */
    how: z.number().int().min(0).max(255).default(4),
    length: Length,
    fields,
  }),
]);
export type ChipStep = Readonly<z.infer<typeof ChipStep>>;

export const ChipRecipe = z.strictObject({
  /** Somebody read a real card of this kind with it, and what came out was true. */
  verified: z.boolean(),
  /** Where its layout is from. */
  source: z.string().min(1),
  steps: z.array(ChipStep).min(1).max(40),
});
export type ChipRecipe = Readonly<z.infer<typeof ChipRecipe>>;

export const RecipeName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'a name like social-security' });
