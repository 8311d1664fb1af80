/** Data from elsewhere that a service may look up through the hub: who has it, and what fields come back. */
import { z } from 'zod';
import { ElementId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';

export const SourceId = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example socialInsurance: rules ask for it by this name')
  .brand('SourceId');
export type SourceId = z.infer<typeof SourceId>;

const FieldName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, for example monthsPaid');

export const SourceField = z.strictObject({
  type: z.enum(['text', 'day', 'money', 'number', 'yesNo']),
  label: LocalText,
  privacy: z.enum(['none', 'personal', 'sensitive']),
  /** Not on the page, only for rules, choosing and the case. */
  hidden: z.boolean().default(false),
});
export type SourceField = Readonly<z.infer<typeof SourceField>>;

const Fields = z.record(FieldName, SourceField);

export const Source = z.strictObject({
  /** The hub's name of the system that has the data. */
  connector: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  label: LocalText,
  /** Said when there is nothing under this card. */
  nothing: LocalText,
  /** Sent besides the applicant's ID number, which always is. */
  sends: z.array(ElementId).max(5).default([]),
  fields: Fields,
  /** A list that comes with it, for example of bills. */
  rows: z
    .strictObject({
      label: LocalText,
      /** The field by which one row is told from another. */
      key: FieldName,
      fields: Fields,
    })
    .refine(({ key, fields }) => Object.hasOwn(fields, key), { path: ['key'], error: 'must be one of the fields' })
    .optional(),
});
export type Source = Readonly<z.infer<typeof Source>>;

export const Sources = z.record(SourceId, Source);
export type Sources = Readonly<Record<SourceId, Source>>;
