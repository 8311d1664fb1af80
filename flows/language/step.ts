/** The steps a service is made of, as they stand in release data. There is no goto, so every flow ends. */
import { z } from 'zod';
import { ElementId, MaterialId, StepId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { ExpressionText } from './expression-text.ts';
import { faultEdges, lookupFaultEdges } from './fault-edges.ts';
import { LocalTexts } from './local-words.ts';

/** `when`: the step is taken only when this holds. */
const common = { id: StepId, when: ExpressionText.optional() };

/** A text with `{name}` gaps, filled from computed values. */
const Sentence = z.strictObject({
  text: LocalText,
  values: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), ExpressionText).default({}),
});
export type Sentence = Readonly<z.infer<typeof Sentence>>;

export const CheckRule = z.strictObject({
  id: StepId,
  require: ExpressionText,
  met: Sentence,
  unmet: Sentence,
  /** What the citizen can do when the rule isn't met. */
  suggestions: z.array(Sentence),
});
export type CheckRule = Readonly<z.infer<typeof CheckRule>>;

const timeLimitSeconds = z.number().int().min(5).max(180);

export const Step = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('info'), paragraphs: LocalTexts.min(1), points: LocalTexts }),
  z.strictObject({
    ...common,
    kind: z.literal('identify'),
    device: z.literal('CardReader'),
    timeLimitSeconds,
    faults: faultEdges('CardReader', ['retry', 'leave-safely']),
  }),
  z.strictObject({ ...common, kind: z.literal('check'), rules: z.array(CheckRule).min(1).max(20) }),
  z.strictObject({ ...common, kind: z.literal('ask'), elements: z.array(ElementId).min(1).max(20) }),
  /** Data from elsewhere, opened by the citizen's own card, is asked for and shown. */
  z.strictObject({
    ...common,
    kind: z.literal('lookup'),
    lookup: z.literal('progress'),
    timeLimitSeconds,
    faults: lookupFaultEdges,
  }),
  /** Papers are put under the camera, one after another; each material says how many pages it has. */
  z.strictObject({
    ...common,
    kind: z.literal('scan'),
    device: z.literal('Camera'),
    materials: z.array(MaterialId).min(1).max(10),
    /** `go-on`: the paper may be brought later; only where every material of the step may. */
    faults: faultEdges('Camera', ['retry', 'go-on', 'leave-safely']),
  }),
  z.strictObject({ ...common, kind: z.literal('review'), declaration: LocalText }),
  /** The commit point: nobody goes back across it. */
  z.strictObject({ ...common, kind: z.literal('submit') }),
  z.strictObject({
    ...common,
    kind: z.literal('receipt'),
    device: z.literal('Printer'),
    timeLimitSeconds,
    faults: faultEdges('Printer', ['retry', 'go-on']),
  }),
  z.strictObject({ ...common, kind: z.literal('rate') }),
]);
export type Step = Readonly<z.infer<typeof Step>>;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

/** The order in which kinds may follow each other; equal ranks may mix. */
export const STEP_RANK = {
  info: 0,
  identify: 1,
  check: 2,
  ask: 2,
  lookup: 2,
  scan: 2,
  review: 3,
  submit: 4,
  receipt: 5,
  rate: 6,
} as const satisfies Record<StepKind, number>;
