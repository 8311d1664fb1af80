/** What a kiosk wants of a source elsewhere, and what was found there: checked, and cut down to what was wanted. */
import { z } from 'zod';
import { Day } from './ids.ts';

/** `money`: whole fen. `number`: whole too, since rules know no other. */
export const FieldType = z.enum(['text', 'day', 'money', 'number', 'yesNo']);
export type FieldType = z.infer<typeof FieldType>;

export const FieldName = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example monthsPaid');

const MOST_FIELDS = 40;
export const MOST_ROWS = 200;
const LONGEST_TEXT = 500;

const WantedFields = z
  .record(FieldName, FieldType)
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`);
export type WantedFields = Readonly<z.infer<typeof WantedFields>>;

/** Nothing that isn't named here leaves the hub. `rows` null: this source has no list. */
export const Wanted = z.strictObject({ fields: WantedFields, rows: WantedFields.nullable() });
export type Wanted = Readonly<z.infer<typeof Wanted>>;

const FoundFields = z.record(FieldName, z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean()]));
export type FoundFields = Readonly<z.infer<typeof FoundFields>>;

export const Found = z.strictObject({ fields: FoundFields, rows: z.array(FoundFields).max(MOST_ROWS) });
export type Found = Readonly<z.infer<typeof Found>>;

/** Where there is nothing to say, a text or a day is null there and empty here: rules can ask for it all the same. */
const NOTHING = z.literal([null, '']).transform(() => '');

/** Old systems pad and steer: what can't be seen is left out. */
const Text = z
  .string()
  .max(LONGEST_TEXT)
  .transform((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim());

const VALUES = {
  text: z.union([NOTHING, Text]),
  day: z.union([NOTHING, Day]),
  money: z.int(),
  number: z.int(),
  yesNo: z.boolean(),
} as const satisfies Record<FieldType, z.ZodType>;

/** Reads an answer of whoever keeps the data: every field that is wanted must be there; others are dropped. */
export function foundAs(wanted: Wanted): z.ZodType<Found> {
  const rows = wanted.rows === null ? NO_ROWS : z.array(fieldsAs(wanted.rows)).max(MOST_ROWS);
  return z.object({ fields: fieldsAs(wanted.fields), rows });
}

const NO_ROWS = z
  .unknown()
  .optional()
  .transform((): FoundFields[] => []);

function fieldsAs(wanted: WantedFields): z.ZodType<FoundFields> {
  return z.object(Object.fromEntries(Object.entries(wanted).map(([name, type]) => [name, VALUES[type]])));
}
