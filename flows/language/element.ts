/** The data dictionary: an element is one question, asked once and shared by every service that needs it. */
import { z } from 'zod';
import { ElementId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { ExpressionText } from './expression-text.ts';
import { canBeAsked } from './rule-names.ts';
import { VALIDATOR_NAMES } from './validators.ts';

export const PrivacyClass = z.enum(['none', 'personal', 'sensitive']);

const common = {
  label: LocalText,
  question: LocalText,
  help: LocalText,
  privacy: PrivacyClass,
  /** Where the value can come from, best first. */
  sources: z.array(z.enum(['typed', 'drawn'])).min(1),
};

export const Option = z.strictObject({
  value: z.string().regex(/^[a-z][A-Za-z0-9-]*$/, 'a short name such as pickUp'),
  label: LocalText,
  detail: LocalText.optional(),
  /** Offered only when this holds. */
  when: ExpressionText.optional(),
});
export type Option = Readonly<z.infer<typeof Option>>;

function eachValueOnce(options: readonly Option[], context: z.RefinementCtx): void {
  const values = options.map(({ value }) => value);
  for (const [index, value] of values.entries())
    if (values.indexOf(value) !== index)
      context.addIssue({ code: 'custom', path: [index, 'value'], message: `two options have the value "${value}"` });
}

/** What is typed character by character. */
const typed = {
  length: z.number().int().min(1).max(30),
  /** How the characters are spaced when shown, for example 3-4-4. */
  groups: z.array(z.number().int().positive()).min(1).max(30),
  validator: z.enum(VALIDATOR_NAMES),
  /** Said when the validator refuses the value. */
  problem: LocalText,
};

export const Element = z.discriminatedUnion('type', [
  z.strictObject({ ...common, ...typed, type: z.literal('mobile') }),
  /** Capital letters and digits, for numbers such as that of a birth certificate. */
  z.strictObject({
    ...common,
    ...typed,
    type: z.literal('code'),
    /** The letters on the keypad, in order; digits are always there. */
    letters: z
      .string()
      .max(26)
      .regex(/^[A-Z]+$/, 'capital letters')
      .refine((letters) => new Set(letters).size === letters.length, 'each letter once'),
  }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z.array(Option).min(1).max(20).superRefine(eachValueOnce),
  }),
  z.strictObject({ ...common, type: z.literal('yesNo'), yes: LocalText, no: LocalText }),
  /** Written with the finger. */
  z.strictObject({
    ...common,
    type: z.literal('signature'),
    /** Said when what was written is no name. */
    problem: LocalText,
    /** For those who can't write here: what they choose instead. The answer then is the word `later`. */
    later: LocalText.optional(),
  }),
]);
export type Element = Readonly<z.infer<typeof Element>>;

const AskableId = ElementId.refine(canBeAsked, 'this word means something else in rules: choose another name');
export const Elements = z.record(AskableId, Element);
export type Elements = Readonly<Record<ElementId, Element>>;

/** The CEL type of an element's answer. */
export function answerType(element: Element): 'string' | 'bool' {
  return element.type === 'yesNo' ? 'bool' : 'string';
}
