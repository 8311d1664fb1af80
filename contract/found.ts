/** What a kiosk wants of a source elsewhere, and what was found there: checked, and cut down to what was wanted. */
import { z } from 'zod';
import { Day } from './ids.ts';

/** `money`: whole fen. */
export const FieldType = z.enum(['text', 'day', 'money', 'number', 'yesNo']);
export type FieldType = z.infer<typeof FieldType>;

export const FieldName = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example monthsPaid');

export const MOST_FIELDS = 40;
export const MOST_ROWS = 200;
const LONGEST_TEXT = 500;

const WantedFields = z
  .record(FieldName, z.strictObject({ type: FieldType, optional: z.literal(true).optional() }))
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`);
export type WantedFields = Readonly<z.infer<typeof WantedFields>>;

/** Nothing that isn't named here leaves the hub. `rows` null: this source has no list. */
export const Wanted = z.strictObject({ fields: WantedFields, rows: WantedFields.nullable() });
export type Wanted = Readonly<z.infer<typeof Wanted>>;

const FoundFields = z.record(FieldName, z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean()]));
export type FoundFields = Readonly<z.infer<typeof FoundFields>>;

export const Found = z.strictObject({ fields: FoundFields, rows: z.array(FoundFields).max(MOST_ROWS) });
export type Found = Readonly<z.infer<typeof Found>>;

/** Old systems pad and steer: what can't be seen is left out. */
const Text = z
  .string()
  .max(LONGEST_TEXT)
  .transform((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim());

const VALUES = {
  text: Text,
  day: Day,
  money: z.int(),
  number: z.number().min(-1e12).max(1e12),
  yesNo: z.boolean(),
} as const satisfies Record<FieldType, z.ZodType>;

/** Reads an answer of whoever keeps the data; what is missing or null must be `optional`. Fields that nobody wants are dropped. */
export function foundAs(wanted: Wanted): z.ZodType<Found> {
  const rows = wanted.rows === null ? NO_ROWS : z.array(fieldsAs(wanted.rows)).max(MOST_ROWS);
  return z.object({ fields: fieldsAs(wanted.fields), rows });
}

const NO_ROWS = z
  .unknown()
  .optional()
  .transform((): FoundFields[] => []);

function fieldsAs(wanted: WantedFields): z.ZodType<FoundFields> {
  const shape = Object.entries(wanted).map(([name, { type, optional }]): [string, z.ZodType] => [
    name,
    optional ? VALUES[type].nullish() : VALUES[type],
  ]);
  return z.object(Object.fromEntries(shape)).transform((fields) => FoundFields.parse(withoutNothing(fields)));
}

function withoutNothing(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
