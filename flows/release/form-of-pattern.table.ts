/** Which finding is told where a text has not the form that its schema asks for; a test holds it against every schema. */
import type { FORM_FINDINGS } from '../findings/forms.table.ts';

type Form = keyof typeof FORM_FINDINGS;

/** By the pattern of the schema. */
export const FORM_OF_PATTERN: Readonly<Record<string, Form>> = {
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*$': 'form.name',
  '^[a-z][A-Za-z0-9]*$': 'form.camel',
  '^[a-z][A-Za-z0-9-]*$': 'form.short',
  '^[0-9A-Z]{12}$': 'form.basicCode',
  '^[0-9A-Z]{31}$': 'form.implementingCode',
  '^([01]\\d|2[0-3]):[0-5]\\d$': 'form.time',
  '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$': 'form.time',
  '^[A-Z]+$': 'form.letters',
};

/** `pattern` as zod tells it, between slashes. */
export function formOfPattern(format: string, pattern: string | undefined): Form {
  if (format === 'date') return 'form.day';
  return FORM_OF_PATTERN[(pattern ?? '').replace(/^\/|\/[a-z]*$/g, '')] ?? 'form.name';
}
