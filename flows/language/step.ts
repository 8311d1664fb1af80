/** The steps a service is made of, as they stand in release data. There is no goto, so every flow ends. */
import { z } from 'zod';
import { ElementId, MaterialId, SourceId, StepId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { ExpressionText } from './expression-text.ts';
import { EDGES, type EdgeWriting } from './fault-edges.ts';
import { LocalTexts } from './local-words.ts';
import { Sentence } from './sentence.ts';

const common = {
  id: StepId,
  /** The step is taken only when this holds. */
  when: ExpressionText.optional(),
  /** The clause of the hall's standard that this step implements, for example WS-2.3.1. */
  clause: z.string().min(1).max(40).optional(),
};

export const CheckRule = z.strictObject({
  id: StepId,
  require: ExpressionText,
  met: Sentence,
  unmet: Sentence,
  /** What the citizen can do when the rule isn't met. */
  suggestions: z.array(Sentence),
});
export type CheckRule = Readonly<z.infer<typeof CheckRule>>;

export const timeLimitSeconds = z.number().int().min(5).max(180);

/** `whole`: every fault has its edge, as a plan needs it; `partial`: only what differs from the hall's usual edges. */
function stepSchemas<L extends z.ZodType, D extends z.ZodType, W extends z.ZodType>(
  writing: EdgeWriting,
  limit: L,
  declaration: D,
  who: W,
) {
  return [
    z.strictObject({ ...common, kind: z.literal('info'), paragraphs: LocalTexts.min(1), points: LocalTexts }),
    /** `partner`: the second person of a service for two, for example of a marriage. `agent`: only plans have it (代办). */
    z.strictObject({
      ...common,
      kind: z.literal('identify'),
      who,
      device: z.literal('CardReader').default('CardReader'),
      timeLimitSeconds: limit,
      faults: EDGES.identify(writing),
    }),
    z.strictObject({ ...common, kind: z.literal('check'), rules: z.array(CheckRule).min(1).max(20) }),
    /** 办理情形: one question that decides which way the service takes; it may come before anybody is identified. */
    z.strictObject({ ...common, kind: z.literal('choose'), element: ElementId }),
    z.strictObject({ ...common, kind: z.literal('ask'), elements: z.array(ElementId).min(1).max(20) }),
    /** 告知承诺: read, and signed with the finger; who once broke one is asked for the papers instead. */
    z.strictObject({ ...common, kind: z.literal('promise'), element: ElementId, faults: EDGES.lookup(writing) }),
    /** Data from elsewhere, opened by the citizen's own card, is asked for; `shown`: on a page of its own. */
    z.strictObject({
      ...common,
      kind: z.literal('lookup'),
      source: z.union([z.literal('progress'), SourceId]),
      shown: z.boolean().default(true),
      timeLimitSeconds: limit,
      faults: EDGES.lookup(writing),
    }),
    /** Papers are put under the camera, one after another; each material says how many pages it has. */
    z.strictObject({
      ...common,
      kind: z.literal('scan'),
      device: z.literal('Camera').default('Camera'),
      materials: z.array(MaterialId).min(1).max(10),
      /** `skip-with-deferral`: the paper may be brought later; only where every material of the step may. */
      faults: EDGES.scan(writing),
    }),
    z.strictObject({ ...common, kind: z.literal('review'), declaration }),
    /** What it costs, item by item, before anything is signed. */
    z.strictObject({ ...common, kind: z.literal('fee') }),
    /** The application is signed with the finger. */
    z.strictObject({ ...common, kind: z.literal('sign'), element: ElementId }),
    /** The commit point: nobody goes back across it. */
    z.strictObject({ ...common, kind: z.literal('submit') }),
    /** A document on A4: what a lookup brought, with a code by which anybody can check it. */
    z.strictObject({
      ...common,
      kind: z.literal('print'),
      device: z.literal('A4Printer').default('A4Printer'),
      title: LocalText,
      paragraphs: z.array(Sentence).min(1).max(20),
      source: SourceId,
      timeLimitSeconds: limit,
      faults: EDGES.print(writing),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('receipt'),
      device: z.literal('Printer').default('Printer'),
      timeLimitSeconds: limit,
      faults: EDGES.receipt(writing),
    }),
    z.strictObject({ ...common, kind: z.literal('rate') }),
    z.strictObject({ ...common, kind: z.literal('pay') }),
    z.strictObject({ ...common, kind: z.literal('book') }),
    z.strictObject({ ...common, kind: z.literal('ticket') }),
    z.strictObject({ ...common, kind: z.literal('call') }),
  ] as const;
}

/** A step as a plan runs it: flat, and complete. */
export const Step = z.discriminatedUnion(
  'kind',
  stepSchemas('whole', timeLimitSeconds, LocalText, z.enum(['applicant', 'partner', 'agent']).default('applicant')),
);
export type Step = Readonly<z.infer<typeof Step>>;
export type StepKind = Step['kind'];

/** Kinds that no kiosk can do yet: a service with one of them isn't offered, and says why. */
const NOT_BUILT = ['pay', 'book', 'ticket', 'call'] as const satisfies readonly StepKind[];
type NotBuilt = (typeof NOT_BUILT)[number];
export type RunKind = Exclude<StepKind, NotBuilt>;

/** The questions a step asks, in order. */
export function questionsOf(step: Step): readonly ElementId[] {
  switch (step.kind) {
    case 'ask':
      return step.elements;
    case 'choose':
    case 'sign':
    case 'promise':
      return [step.element];
    default:
      return [];
  }
}

export function isBuilt(kind: StepKind): kind is RunKind {
  return !(NOT_BUILT as readonly StepKind[]).includes(kind);
}

export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

const writtenSteps = stepSchemas(
  'partial',
  timeLimitSeconds.optional(),
  LocalText.optional(),
  z.enum(['applicant', 'partner']).default('applicant'),
);
const WrittenStep = z.discriminatedUnion('kind', writtenSteps);
export type WrittenStep = Readonly<z.infer<typeof WrittenStep>>;

const branchOf = <S extends z.ZodType>(step: S) =>
  z.strictObject({
    id: StepId,
    kind: z.literal('branch'),
    /** The first whose condition holds is taken. */
    cases: z
      .array(z.strictObject({ when: ExpressionText, steps: z.array(step).min(1).max(30) }))
      .min(1)
      .max(10),
    otherwise: z.array(step).max(30).default([]),
  });

/** One branch may stand inside another, no deeper: whoever needs more makes two services of it. */
const InnerBranch = branchOf(WrittenStep);
const Branch = branchOf(z.discriminatedUnion('kind', [...writtenSteps, InnerBranch]));

/** A step or a branch, as an author writes it. */
export const Written = z.discriminatedUnion('kind', [...writtenSteps, Branch]);
export type Written = Readonly<z.infer<typeof Written>>;

/** The order in which kinds may follow each other; equal ranks may mix. */
export const STEP_RANK = {
  info: 0,
  identify: 1,
  check: 2,
  choose: 2,
  ask: 2,
  promise: 2,
  lookup: 2,
  scan: 2,
  book: 2,
  call: 2,
  review: 3,
  fee: 4,
  pay: 4,
  sign: 5,
  submit: 6,
  print: 7,
  receipt: 8,
  ticket: 8,
  rate: 9,
} as const satisfies Record<StepKind, number>;
