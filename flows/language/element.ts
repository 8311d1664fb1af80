/** The data dictionary: an element is one question, asked once and shared by every service that needs it. */
import { z } from 'zod';
import { ElementId, SourceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { finds } from '../findings/own-issue.ts';
import { ExpressionText } from './expression-text.ts';
import { LocalTexts } from './local-words.ts';
import type { FactType } from './rule-facts.ts';
import { canBeAsked } from './rule-names.ts';
import { VALIDATOR_NAMES } from './validators.ts';

export const PrivacyClass = z.enum(['none', 'personal', 'sensitive']);

/** Fields of the card that can answer a question. */
const CARD_ANSWERS = ['name', 'sex', 'birthDate', 'address', 'idNumber'] as const;

/** Where a value can come from. What comes from elsewhere is shown with its source, and the citizen may change it. */
export const ValueSource = z.union([
  z.enum(['typed', 'drawn', 'scan']),
  z.strictObject({ card: z.enum(CARD_ANSWERS) }),
  z.strictObject({ lookup: SourceId, field: z.string().min(1).max(64) }),
]);
export type ValueSource = Readonly<z.infer<typeof ValueSource>>;

const words = {
  label: LocalText,
  question: LocalText,
  help: LocalText,
};
const common = {
  ...words,
  /** 代办: the same, as it is asked of whoever acts for the applicant; left out where nobody could mistake whose it is. */
  forAgent: z.strictObject(words).optional(),
  privacy: PrivacyClass,
  /** Best first. */
  sources: z.array(ValueSource).min(1).max(5),
};
/** Said when a value is refused. */
const problem = LocalText;

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
      context.addIssue({ code: 'custom', ...finds('form.optionTwice', { path: [index, 'value'] }) });
}

const options = z.array(Option).min(1).max(20).superRefine(eachValueOnce);

/** What is typed character by character. */
const typed = {
  length: z.number().int().min(1).max(30),
  /** How the characters are spaced when shown, for example 3-4-4. */
  groups: z.array(z.number().int().positive()).min(1).max(30),
  validator: z.enum(VALIDATOR_NAMES),
  problem,
};

/** The letters on the keypad, in order; digits are always there. */
const letters = z
  .string()
  .max(26)
  .regex(/^[A-Z]+$/, 'capital letters')
  .refine((text) => new Set(text).size === text.length, finds('form.lettersTwice'));

/** Whole numbers within what a keypad takes. */
const bounds = { min: z.number().int().nonnegative(), max: z.number().int().positive().max(999_999_999) };

/** The shapes that a question of its own and a column of a list have in common. */
const shapes = {
  mobile: { ...typed, type: z.literal('mobile') },
  /** Capital letters and digits, for numbers such as that of a birth certificate. */
  code: { ...typed, type: z.literal('code'), letters },
  choice: { type: z.literal('choice'), options },
  yesNo: { type: z.literal('yesNo'), yes: LocalText, no: LocalText },
  /** A day; `earliest` and `latest` are rules that give one. */
  date: { type: z.literal('date'), earliest: ExpressionText.optional(), latest: ExpressionText.optional(), problem },
  number: { type: z.literal('number'), ...bounds, unit: LocalText, problem },
  /** Integer fen. */
  money: { type: z.literal('money'), ...bounds, problem },
  /** Written with the finger, read by the staff: for names and short wishes. */
  handwriting: { type: z.literal('handwriting'), problem },
};

const column = {
  ...words,
  id: ElementId,
  privacy: PrivacyClass,
  /** Asked only when this holds; it may ask for the columns before it, by their names. */
  when: ExpressionText.optional(),
};
const columnOf = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...column, ...shape });
const plainColumns = [
  columnOf(shapes.mobile),
  columnOf(shapes.code),
  columnOf(shapes.choice),
  columnOf(shapes.yesNo),
  columnOf(shapes.date),
  columnOf(shapes.number),
  columnOf(shapes.money),
  columnOf(shapes.handwriting),
] as const;

const PlainColumn = z.discriminatedUnion('type', plainColumns);

/** How a list is asked: one row after another, between `min` and `max` of them. */
const rows = <C extends z.ZodType>(columnSchema: C) => ({
  type: z.literal('rows'),
  min: z.number().int().min(0).max(20),
  max: z.number().int().min(1).max(20),
  /** What one row is, for example 家庭成员. */
  row: LocalText,
  /** Said when the list is left with fewer rows than `min`. */
  problem,
  columns: z.array(columnSchema).min(1).max(8),
});

/** A list inside a row: one level, no deeper. */
const InnerRows = columnOf(rows(PlainColumn));
export const Column = z.discriminatedUnion('type', [...plainColumns, InnerRows]);
export type Column = Readonly<z.infer<typeof Column>>;

const elementOf = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...common, ...shape });

export const Element = z.discriminatedUnion('type', [
  elementOf(shapes.mobile),
  elementOf(shapes.code),
  elementOf(shapes.choice),
  elementOf(shapes.yesNo),
  elementOf(shapes.date),
  elementOf(shapes.number),
  elementOf(shapes.money),
  elementOf(shapes.handwriting),
  /** Written with the finger. */
  elementOf({
    type: z.literal('signature'),
    /** Said when what was written is no name. */
    problem,
    /** For those who can't write here: what they choose instead. The answer then is the word `later`. */
    later: LocalText.optional(),
  }),
  /**
   * 告知承诺: `statements` are promised, `consequence` is what a broken promise means; signed with the finger. Rules see
   * the word `signed`, `declined` (only with `decline`) or `barred` (who once broke a promise can't give one now).
   */
  elementOf({
    type: z.literal('promise'),
    statements: LocalTexts.min(1),
    consequence: LocalText,
    /** What is chosen instead of promising, for example to bring the paper. */
    decline: LocalText.optional(),
    problem,
  }),
  /** One of the rows that a lookup brought, for example a bill; the answer is its key. */
  elementOf({
    type: z.literal('pick'),
    source: SourceId,
    /** The field that names a row, and those said below it. */
    title: z.string().min(1).max(64),
    details: z.array(z.string().min(1).max(64)).max(4).default([]),
  }),
  /** A bounded repeat: the members of a household, each with the same questions. */
  elementOf(rows(Column)),
]);
export type Element = Readonly<z.infer<typeof Element>>;
export type ElementOf<T extends Element['type']> = Extract<Element, { type: T }>;

/** Written with the finger, not typed. */
export function isDrawn({ type }: Pick<Element | Column, 'type'>): boolean {
  return type === 'signature' || type === 'promise' || type === 'handwriting';
}

/** The CEL type of an answer that is one value; null for a list of rows. */
export function answerType({ type }: Pick<Element | Column, 'type'>): FactType | null {
  switch (type) {
    case 'yesNo':
      return 'bool';
    case 'number':
    case 'money':
      return 'int';
    case 'rows':
      return null;
    default:
      return 'string';
  }
}

const AskableId = ElementId.refine(canBeAsked, finds('sense.taken'));
export const Elements = z.record(AskableId, Element);
export type Elements = Readonly<Record<ElementId, Element>>;
