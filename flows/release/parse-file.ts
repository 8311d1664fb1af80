/** One file of a release against its schema: the parsed value, or every problem in it in words. */
import type { z } from 'zod';
import type { Json } from '#contract/json.ts';
import { LANGUAGES, type Language } from '#contract/language.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { listed } from '../findings/said.ts';
import { EDGE_WORDS, faultInWords, LANGUAGE_WORDS } from '../findings/things.table.ts';
import { FaultEdge } from '../language/fault-edges.ts';
import type { Problem } from './finding.ts';
import { tellIssue } from './tell-issue.ts';
import { valueAt } from './value-at.ts';

/** `whole`: what was written in the file. */
export function problemOf(file: string, issue: z.core.$ZodIssue, whole: Json | undefined): readonly Problem[] {
  const path = issue.path;
  const told = tellKnown(file, issue, whole);
  if (told !== null) return [{ ...told, file, path }];
  return tellIssue(file, issue, whole).map(({ told: each, path: place }) => ({ ...each, file, path: place }));
}

/** What has words of its own, wherever it happens: a language or a text that is missing, a fault without a way on. */
function tellKnown(file: string, issue: z.core.$ZodIssue, whole: Json | undefined): Told | null {
  const last = issue.path.at(-1);
  const given = valueAt(whole, issue.path);
  const isMissing = given === undefined || given === null || given === '';
  const language = LANGUAGES.find((each): each is Language => each === last);
  if (isMissing && language !== undefined) {
    const name = String(issue.path.at(-2) ?? file);
    return tell('text.missing', { name, language: LANGUAGE_WORDS[language] });
  }
  if (isMissing && file.startsWith('texts/') && last !== undefined) return tell('text.noKey', { key: String(last) });
  if (issue.code !== 'invalid_value' || issue.path.at(-2) !== 'faults') return null;
  const edges = issue.values.flatMap((value) => FaultEdge.safeParse(value).data ?? []);
  const fault = String(last);
  return tell('step.faultEdge', {
    fault,
    words: faultInWords(fault),
    edges: listed(edges.map((edge) => EDGE_WORDS[edge])),
  });
}

export function parseFile<T>(
  file: string,
  schema: z.ZodType<T>,
  value: Json | undefined,
): { readonly value: T | null; readonly problems: readonly Problem[] } {
  if (value === undefined)
    return { value: null, problems: [{ ...tell('file.missing', { file: `${file}.yaml` }), file, path: [] }] };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => problemOf(file, issue, value));
  return { value: null, problems: withoutEchoes(problems) };
}

/** A slip in a name is one mistake: that the right name is missing beside it goes without saying. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const slips = problems.filter(({ rule }) => rule === 'shape.unknown');
  return problems.filter(
    ({ rule, path }) =>
      !rule.endsWith('.missing') ||
      !slips.some((slip) => isBeside(slip.path, path) && nearestWord(nameAt(slip.path), [nameAt(path)]) !== null),
  );
}

function isBeside(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.slice(0, -1).every((key, index) => key === other[index]);
}

function nameAt(path: readonly PropertyKey[]): string {
  return String(path.at(-1));
}
