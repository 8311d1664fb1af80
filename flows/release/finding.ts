/** What is wrong with a release's source, with its place, in the words of each language. */
import type { Language, LocalText } from '#contract/language.ts';
import type { FindingCode, Told } from '../findings/findings.table.ts';
import { sayInEach, type Spoken } from '../findings/say.ts';

export interface Finding {
  /** A stable name, for example `text.missing`. */
  readonly rule: FindingCode;
  /** What the gaps of its words are filled with. */
  readonly params: Told['params'];
  readonly severity: 'error' | 'warning';
  readonly service: string | null;
  readonly file: string;
  /** From 1; null where there are no lines (a compiled release). */
  readonly line: number | null;
  /** The service and its step, the question, the paper; null where `file` says it all. */
  readonly where: LocalText | null;
  readonly said: Readonly<Record<Language, Spoken>>;
}

interface Place {
  /** Path without its ending, for example `services/senior-card`. */
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

/** A finding before its place is known as a line. */
export type Problem = Told & Place;

export function findingOf(
  { rule, params }: Told,
  place: Pick<Finding, 'service' | 'file' | 'line' | 'where'>,
): Finding {
  return { rule, params, severity: 'error', ...place, said: sayInEach({ rule, params }) };
}
