/** One file of a release against its schema: the parsed value, or every problem in it in words. */
import type { z } from 'zod';
import { FaultCode, FAULTS } from '#contract/faults.table.ts';
import type { Json } from '#contract/json.ts';
import { LANGUAGES } from '#contract/language.ts';
import type { Problem } from './finding.ts';

/** What the citizen would read of it. */
function faultInWords(code: PropertyKey | undefined): string {
  const known = FaultCode.safeParse(code);
  return known.success ? ` (“${FAULTS[known.data].citizen.en}”)` : '';
}

/** Missing languages and missing texts are one rule, so that coverage can be counted. */
export function problemOf(file: string, issue: z.core.$ZodIssue): Problem[] {
  const last = issue.path.at(-1);
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  if (missing && (LANGUAGES as readonly unknown[]).includes(last))
    return [
      {
        rule: 'text.missing',
        file,
        path: issue.path,
        message: `no text in ${String(last)}: ${issue.path.slice(0, -1).join('.')}`,
        suggestion: `write the text in ${String(last)}`,
      },
    ];
  if (missing && file.startsWith('texts/'))
    return [
      {
        rule: 'text.missing',
        file,
        path: issue.path,
        message: `no text for the key ${String(last)}`,
        suggestion: 'write the text for this key',
      },
    ];
  if (issue.code === 'invalid_value' && issue.path.at(-2) === 'faults')
    return [
      {
        rule: 'step.faultEdge',
        file,
        path: issue.path,
        message: `no way on for the fault ${String(last)}${faultInWords(last)}`,
        suggestion: `write one of: ${issue.values.map(String).join(', ')}`,
      },
    ];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      rule: 'schema.unknown',
      file,
      path: [...issue.path, key],
      message: `nothing here is called "${key}"`,
      suggestion: 'correct the spelling or remove it',
    }));
  return [
    {
      rule: 'schema',
      file,
      path: issue.path,
      message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
      suggestion: 'compare it with a file of the same kind in flows/catalog, or see its schema in flows/language',
    },
  ];
}

export function parseFile<T>(
  file: string,
  schema: z.ZodType<T>,
  value: Json | undefined,
): { readonly value: T | null; readonly problems: readonly Problem[] } {
  if (value === undefined) {
    const message = `the file ${file} is missing`;
    return { value: null, problems: [{ rule: 'file.missing', file, path: [], message, suggestion: 'add the file' }] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: parsed.error.issues.flatMap((issue) => problemOf(file, issue)) };
}
