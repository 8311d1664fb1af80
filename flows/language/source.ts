/** Data from elsewhere that a service may look up through the hub: who has it, and what fields come back. */
import { z } from 'zod';
import { FieldName, FieldType, type Wanted, type WantedFields } from '#contract/found.ts';
import { ConnectorId, ElementId, SourceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { finds } from '../findings/own-issue.ts';
import type { FactType, FieldTypes } from './rule-facts.ts';

export const SourceField = z.strictObject({
  type: FieldType,
  label: LocalText,
  privacy: z.enum(['none', 'personal', 'sensitive']),
  /** What the office says, by its own word, as people read it in every language; any other word stands as it came. */
  words: z.record(z.string().min(1).max(100), LocalText).optional(),
  /** What a number counts, read after it; `one`: in English, where it is another word after 1. */
  unit: z.strictObject({ ...LocalText.shape, one: z.string().min(1).optional() }).optional(),
  /** A text is a month such as 1986-03. */
  reads: z.literal('month').optional(),
  /** Not on the page, only for rules, choosing and the case. */
  hidden: z.boolean().default(false),
});
export type SourceField = Readonly<z.infer<typeof SourceField>>;

/** Words that rules have for every source. */
const TAKEN: ReadonlySet<string> = new Set(['found', 'rows']);
/** A list, since its order is that of the page and of the paper, and the keys of a release's JSON have none. */
const Fields = z
  .array(z.strictObject({ name: FieldName, ...SourceField.shape }))
  .superRefine((fields, context) => {
    for (const [place, { name, type, unit }] of fields.entries()) {
      const path = [place, 'name'];
      if (type === 'number' && unit === undefined)
        context.addIssue({ code: 'custom', ...finds('form.fieldUnit', { path }) });
      if (TAKEN.has(name)) context.addIssue({ code: 'custom', ...finds('form.fieldTaken', { path }) });
      if (fields.findIndex((each) => each.name === name) < place)
        context.addIssue({ code: 'custom', ...finds('form.fieldTwice', { path }) });
    }
  })
  .transform((fields): Readonly<Record<string, SourceField>> =>
    Object.fromEntries(fields.map(({ name, ...field }) => [name, field])),
  );

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
    .refine(({ key, fields }) => Object.hasOwn(fields, key), finds('sense.key', { path: ['key'] }))
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

export function factTypeOf(type: FieldType): FactType {
  if (type === 'yesNo') return 'bool';
  return type === 'money' || type === 'number' ? 'int' : 'string';
}

/** As rules ask for it: `socialInsurance.monthsPaid`, and whether there was anything: `socialInsurance.found`. */
export function sourceTypes({ fields }: Source): FieldTypes {
  const types = Object.entries(fields).map(([name, { type }]) => [name, factTypeOf(type)] as const);
  return { ...Object.fromEntries(types), found: 'bool', rows: 'int' };
}
