/** Data from elsewhere that a service may look up through the hub: who has it, and what fields come back. */
import { z } from 'zod';
import { FieldName, FieldType, type Wanted, type WantedFields } from '#contract/found.ts';
import { ConnectorId, ElementId, SourceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';

export const SourceField = z.strictObject({
  type: FieldType,
  label: LocalText,
  privacy: z.enum(['none', 'personal', 'sensitive']),
  /** Not on the page, only for rules, choosing and the case. */
  hidden: z.boolean().default(false),
});
export type SourceField = Readonly<z.infer<typeof SourceField>>;

const Fields = z.record(FieldName, SourceField);

export const Source = z.strictObject({
  /** The hub's name of the system that has the data. */
  connector: ConnectorId,
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

/** What the hub is asked to bring, and nothing besides. */
export function wantedOf({ fields, rows }: Source): Wanted {
  return { fields: typesOf(fields), rows: rows === undefined ? null : typesOf(rows.fields) };
}

function typesOf(fields: Source['fields']): WantedFields {
  return Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type]));
}
