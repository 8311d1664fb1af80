/** Says a schema's complaint in a technician's words. */
import type { z } from 'zod';

/** `found` is the value that was complained about; undefined when there is none. */
export function explainIssue(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, found);
    case 'invalid_value':
      return oneOf(issue.values, found);
    case 'invalid_union':
      return explainUnion(issue, found);
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}, not ${show(found)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : `must be at most ${issue.maximum}, not ${show(found)}`;
    case 'invalid_format':
      return explainFormat(issue, found);
    default:
      return issue.message;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
};

function explainType(expected: string, found: unknown): string {
  const wanted = TYPE_WORDS[expected] ?? expected;
  if (found === undefined) return `is missing; it must be ${wanted}`;
  if (found === null) return `is empty; it must be ${wanted}`;
  const quotes = expected === 'string' && typeof found !== 'object';
  return `must be ${wanted}, not ${show(found)}${quotes ? `; put it in quotes: "${String(found)}"` : ''}`;
}

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, found: unknown): string {
  const values = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  return values.length > 0 ? oneOf(values, found) : issue.message;
}

function explainFormat(issue: z.core.$ZodIssueInvalidStringFormat, found: unknown): string {
  if (issue.format === 'url') return `must be an address such as https://hub.example.org, not ${show(found)}`;
  return `must be ${issue.message}, not ${show(found)}`;
}

function oneOf(values: readonly unknown[], found: unknown): string {
  const list = values.map(String).join(', ');
  const choice = values.length === 1 ? `must be ${list}` : `must be one of ${list}`;
  return found === undefined ? `is missing; it ${choice}` : `${choice}, not ${show(found)}`;
}

function show(found: unknown): string {
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'a group of settings';
  return typeof found === 'string' ? `"${found.slice(0, 60)}"` : String(found);
}
