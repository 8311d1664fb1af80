/** The screens on which the citizen is told, asked, and asked to confirm. */
import { z } from 'zod';
import { ElementId, PageId } from '../ids.ts';
import { SignaturePath } from '../signature.ts';
import { AnswerValue } from './intent.ts';
import { Button, Crop, Fact, RowFact, Tone } from './parts.ts';
import { QuestionInput } from './question-input.ts';

/** 告知承诺: what is promised, and what a broken promise means. */
export const Promised = z.strictObject({ statements: z.array(z.string()), consequence: z.string() });
export type Promised = Readonly<z.infer<typeof Promised>>;

/** From what is found out for a citizen to what the citizen signs. */
export const AskingView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('info'),
    paragraphs: z.array(z.string()),
    points: z.array(z.string()),
    /** While practising: what the paper looks like, with the word across it that says it is none. */
    sample: z.strictObject({ paper: z.string(), mark: z.string() }).optional(),
  }),
  /** Data from elsewhere: being asked for, or what came. */
  z.strictObject({
    kind: z.literal('lookup'),
    phase: z.enum(['asking', 'found', 'nothing', 'trouble']),
    headline: z.string(),
    detail: z.string(),
    entries: z.array(
      z.strictObject({
        title: z.string(),
        tone: Tone,
        state: z.string(),
        facts: z.array(Fact),
        /** What each of several offices says of its part. */
        parts: z.array(
          z.strictObject({
            title: z.string(),
            tone: Tone,
            state: z.string(),
            detail: z.string(),
            reason: z.string().nullable(),
          }),
        ),
        /** What is still to be brought until when, one sentence each. */
        bring: z.array(z.string()),
        reason: z.string().nullable(),
        /** What the citizen does about it; null when there is nothing to do. */
        nextStep: z.string().nullable(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('check'),
    outcome: z.enum(['eligible', 'notEligible']),
    headline: z.string(),
    person: z.array(Fact),
    reasons: z.array(z.string()),
    suggestions: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('ask'),
    element: ElementId,
    question: z.string(),
    help: z.string(),
    input: QuestionInput,
    value: AnswerValue.nullable(),
    /** What is wrong with the value given, in words. */
    problem: z.string().nullable(),
    /** The value was read from a page: where it stands there, and how sure that is, in words. */
    read: z.strictObject({ page: PageId, crop: Crop, sureness: z.string(), sure: z.boolean() }).optional(),
    /** The value was known before it was asked for: from where, in words; or a number to type while practising. */
    known: z.string().optional(),
    /** What the signature stands for: nobody signs what isn't in sight. */
    promised: Promised.optional(),
  }),
  /** A promise as it is read, before it is signed. */
  z.strictObject({ kind: z.literal('promise'), lead: z.string(), ...Promised.shape }),
  /** 一次性告知 or 办事指南: what to bring, pay and expect, and the same as codes for a phone. */
  z.strictObject({
    kind: z.literal('handout'),
    about: z.string(),
    sections: z.array(z.strictObject({ title: z.string(), numbered: z.boolean(), lines: z.array(z.string()) })),
    /** Questions people often have, each with its answer. */
    asked: z
      .strictObject({
        title: z.string(),
        pairs: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
      })
      .nullable(),
    take: z.strictObject({
      title: z.string(),
      codes: z.array(z.strictObject({ data: z.string(), caption: z.string() })),
    }),
  }),
  /** A list filled in row by row: what it holds so far. `add` null: it is full. */
  z.strictObject({
    kind: z.literal('rows'),
    element: ElementId,
    question: z.string(),
    help: z.string(),
    rows: z.array(z.strictObject({ title: z.string(), facts: z.array(RowFact), edit: Button, remove: Button })),
    add: Button.nullable(),
    /** Said of a list that is empty or full. */
    said: z.string().nullable(),
    problem: z.string().nullable(),
  }),
  /** Each fee, and their total; `notes` say where it is paid. */
  z.strictObject({ kind: z.literal('fee'), lead: z.string(), rows: z.array(Fact), notes: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('review'),
    declaration: z.string(),
    groups: z.array(
      z.strictObject({
        title: z.string(),
        rows: z.array(
          z.strictObject({
            label: z.string(),
            value: z.string(),
            edit: Button.nullable(),
            /** A signature to be drawn in the place of the value. */
            signature: SignaturePath.optional(),
            /** The rows of a list, in the place of the value. */
            rows: z.array(z.strictObject({ title: z.string(), facts: z.array(RowFact) })).optional(),
            /** The whole of a value that is masked, shown for a moment when the citizen asks for it. */
            reveal: z.strictObject({ value: z.string(), show: z.string(), hide: z.string() }).optional(),
          }),
        ),
      }),
    ),
  }),
]);
