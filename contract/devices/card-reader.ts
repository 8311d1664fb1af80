/** CardReader (ID cards and chip cards): the port a flow sees, and what a card says. */
import { z } from 'zod';
import { Day } from '../ids.ts';

/** The four chip cards of GA/T 490 and its later variants: resident, I (foreigner 2017), J (HK, Macau, Taiwan permit), Y (foreigner 2023). */
export const DocumentType = z.enum(['resident', 'foreigner', 'hkMacauTaiwan', 'foreigner2023']);
export type DocumentType = z.infer<typeof DocumentType>;

/** What one card says of its holder. Personal data: lives in the session, in sealed snapshots and sealed records only. */
export const IdentityCard = z.strictObject({
  documentType: DocumentType,
  name: z.string().min(1),
  nameLatin: z.string().optional(),
  sex: z.enum(['unknown', 'male', 'female', 'unspecified']),
  /** GB/T 3304 code, two digits; resident cards only. */
  nation: z.string().optional(),
  birthDate: Day,
  address: z.string().optional(),
  idNumber: z.string().min(1),
  issuer: z.string().optional(),
  validFrom: Day,
  /** null = long-term (长期). */
  validTo: Day.nullable(),
  /** GB/T 2659 three letters; foreigners only. */
  nationality: z.string().optional(),
});
export type IdentityCard = Readonly<z.infer<typeof IdentityCard>>;

/** What a chip card's recipe found, by the recipe's own field names. Personal data, like `IdentityCard`. */
export const ChipCard = z.strictObject({
  recipe: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type ChipCard = Readonly<z.infer<typeof ChipCard>>;

export const cardReaderCommands = {
  /** Waits for a card, reads it, and completes with what it says. */
  read: { payload: z.strictObject({}), result: IdentityCard },
  /** Waits for a chip card and reads the fields that the recipe names. */
  readChip: { payload: z.strictObject({ recipe: z.string().min(1).max(60) }), result: ChipCard },
  /** Completes when no card lies on the reader any more. */
  awaitRemoval: { payload: z.strictObject({}), result: z.null() },
} as const;

/** Events while `read` runs: a card was found and is being read (XFS4IoT CardReader.MediaInserted). */
export const CardReaderEvent = z.enum(['mediaInserted', 'mediaRemoved']);
export type CardReaderEvent = z.infer<typeof CardReaderEvent>;
