/**
 * Every finding of the gate by its code, with its words in both languages; one table per topic beside this file.
 *
 * To add a finding: (1) write a row into the table of its topic, for example `'condition.always': { wrong, citizen, todo }`
 * in `rules.table.ts`, each `both('中文', 'English')`; what differs from case to case is a gap such as `{step}`, the same in
 * both languages. (2) Where it is found, give `{ ...tell('condition.always', { step: step.id }), file, path }`: the compiler
 * asks for exactly the gaps. A value is a text, a number, or itself a text in both languages (`listed`, `meantAmong` and
 * the words of `things.table.ts`). (3) Add a catalogue that has it to `flows/testing/broken`: a code without
 * one does not compile.
 */
import type { Gaps, Words } from './both.ts';
import type { Said } from './said.ts';
import { FILE_FINDINGS } from './files.table.ts';
import { FORM_FINDINGS } from './forms.table.ts';
import { OFFER_FINDINGS } from './offers.table.ts';
import { PAPER_FINDINGS } from './papers.table.ts';
import { RULE_FINDINGS } from './rules.table.ts';
import { SENSE_FINDINGS } from './sense.table.ts';
import { SHAPE_FINDINGS } from './shapes.table.ts';
import { STEP_FINDINGS } from './steps.table.ts';
import { TEXT_FINDINGS } from './texts.table.ts';
import { WAY_FINDINGS } from './ways.table.ts';

export const FINDINGS = {
  ...FILE_FINDINGS,
  ...SHAPE_FINDINGS,
  ...FORM_FINDINGS,
  ...SENSE_FINDINGS,
  ...TEXT_FINDINGS,
  ...STEP_FINDINGS,
  ...OFFER_FINDINGS,
  ...PAPER_FINDINGS,
  ...RULE_FINDINGS,
  ...WAY_FINDINGS,
} as const;

export type FindingCode = keyof typeof FINDINGS;

type TextsOf<W> = { [Field in keyof W]: W[Field] extends { readonly 'zh-CN': infer T extends string } ? T : never };
type GapsOf<C extends FindingCode> = Gaps<TextsOf<(typeof FINDINGS)[C]>[keyof (typeof FINDINGS)[C]]>;

/** A finding before its place is known. */
export interface Told {
  /** A stable name, for example `text.missing`. */
  readonly rule: FindingCode;
  /** What its gaps are filled with. */
  readonly params: Readonly<Record<string, Said>>;
}

/** Takes exactly the gaps that the words of this finding have. */
export function tell<C extends FindingCode>(
  rule: C,
  ...[params]: [GapsOf<C>] extends [never] ? [] : [{ readonly [Gap in GapsOf<C>]: Said }]
): Told {
  return { rule, params: params ?? {} };
}

export function wordsOf(rule: FindingCode): Words {
  return FINDINGS[rule];
}
