/** What the renderer draws (ScreenView, texts already resolved) and what the citizen did (Intent). */
import { z } from 'zod';
import { CaptureAdvice } from './camera.ts';
import { ElementId, PackageId, PageId, ServiceId } from './ids.ts';
import { Language } from './language.ts';
import { SIGNED_LATER, SignaturePath } from './signature.ts';

export const TextScale = z.enum(['standard', 'elder', 'lowVision']);
export type TextScale = z.infer<typeof TextScale>;

export const AnswerValue = z.union([z.string().max(500), SignaturePath, z.boolean()]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Intent = z.discriminatedUnion('kind', [
  /** Touched the attract screen. */
  z.strictObject({ kind: z.literal('begin') }),
  z.strictObject({ kind: z.literal('openService'), service: ServiceId }),
  /** Begins with this service alone; what lies in the cart stays there. */
  z.strictObject({ kind: z.literal('startService'), service: ServiceId }),
  z.strictObject({ kind: z.literal('openPackage'), package: PackageId }),
  z.strictObject({ kind: z.literal('addToCart'), services: z.array(ServiceId).min(1).max(20) }),
  z.strictObject({ kind: z.literal('removeFromCart'), service: ServiceId }),
  z.strictObject({ kind: z.literal('openCart') }),
  /** Begins the merged plan of everything in the cart. */
  z.strictObject({ kind: z.literal('checkout') }),
  z.strictObject({ kind: z.literal('next') }),
  z.strictObject({ kind: z.literal('back') }),
  /** Asks to end the session; a dialog follows when something would be lost. */
  z.strictObject({ kind: z.literal('leave') }),
  z.strictObject({ kind: z.literal('confirmLeave') }),
  /** Closes a dialog: stay here, more time. */
  z.strictObject({ kind: z.literal('stay') }),
  /** Gives a value: the page stays and shows it, with `problem` when it is refused. `next` goes on once it is good. */
  z.strictObject({ kind: z.literal('answer'), element: ElementId, value: AnswerValue }),
  /** From the review back to one question. */
  z.strictObject({ kind: z.literal('edit'), element: ElementId }),
  z.strictObject({ kind: z.literal('submit') }),
  /** A page that was taken is not wanted. */
  z.strictObject({ kind: z.literal('removePage'), page: PageId }),
  /** The paper will be brought later (容缺). */
  z.strictObject({ kind: z.literal('defer') }),
  z.strictObject({ kind: z.literal('retry') }),
  z.strictObject({ kind: z.literal('rate'), service: ServiceId, level: z.number().int().min(1).max(5) }),
  z.strictObject({ kind: z.literal('language'), language: Language }),
  z.strictObject({ kind: z.literal('scale'), scale: TextScale }),
  z.strictObject({ kind: z.literal('help'), open: z.boolean() }),
]);
export type Intent = z.infer<typeof Intent>;

export const Button = z.strictObject({ label: z.string(), intent: Intent });
export type Button = Readonly<z.infer<typeof Button>>;

export const Fact = z.strictObject({ label: z.string(), value: z.string() });
export type Fact = Readonly<z.infer<typeof Fact>>;

export const Tone = z.enum(['calm', 'attention', 'stop']);
export type Tone = z.infer<typeof Tone>;

/** One badge in words: finishable now here / taken in now / not here. */
export const Badge = z.strictObject({ tone: Tone, text: z.string() });

export const ServiceCard = z.strictObject({
  service: ServiceId,
  title: z.string(),
  summary: z.string(),
  facts: z.array(Fact),
  badge: Badge,
});

export const QuestionInput = z.discriminatedUnion('kind', [
  /** Digits on a keypad; `groups` says how they are spaced when shown, for example 3-4-4. */
  z.strictObject({ kind: z.literal('digits'), length: z.number().int().positive(), groups: z.array(z.number().int()) }),
  /** Capital letters and digits on a keypad, for numbers such as that of a birth certificate. */
  z.strictObject({
    kind: z.literal('code'),
    length: z.number().int().positive(),
    groups: z.array(z.number().int()),
    /** The letters on the keypad, in order; digits are always there. */
    letters: z.string(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ value: z.string(), label: z.string(), detail: z.string().optional() })).min(1),
  }),
  z.strictObject({ kind: z.literal('yesNo'), yes: z.string(), no: z.string() }),
  /** Written with the finger. `later`: who can't write here gives `laterValue` instead; null: everybody has to. */
  z.strictObject({
    kind: z.literal('signature'),
    hint: z.string(),
    clear: z.string(),
    later: z.string().nullable(),
    laterValue: z.literal(SIGNED_LATER),
  }),
]);
export type QuestionInput = Readonly<z.infer<typeof QuestionInput>>;

/** A part of a page's picture; all in shares of its width and height. */
export const Crop = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type Crop = Readonly<z.infer<typeof Crop>>;

export const CaseShown = z.strictObject({ service: ServiceId, title: z.string(), caseNumber: z.string() });

/** One shape per kind of screen; the renderer has one component for each. */
export const ScreenBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attract'), lead: z.string(), points: z.array(z.string()), touch: z.string() }),
  z.strictObject({
    kind: z.literal('catalogue'),
    lead: z.string(),
    open: z.string(),
    packages: z.array(z.strictObject({ title: z.string(), summary: z.string(), open: Button })),
    topics: z.array(z.strictObject({ title: z.string(), cards: z.array(ServiceCard) })),
  }),
  z.strictObject({
    kind: z.literal('service'),
    card: ServiceCard,
    sections: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
  }),
  /** A package: what belongs together, chosen one by one or all at once. */
  z.strictObject({
    kind: z.literal('package'),
    lead: z.string(),
    members: z.array(z.strictObject({ card: ServiceCard, inCart: z.boolean(), toggle: Button })),
  }),
  /** What was chosen, what the merged path asks, and what merging saves. */
  z.strictObject({
    kind: z.literal('cart'),
    lead: z.string(),
    lines: z.array(z.strictObject({ card: ServiceCard, remove: Button })),
    /** Steps, minutes, fee, of the whole plan. */
    totals: z.array(Fact),
    saved: z.array(z.string()),
    /** Said instead of `lines` when nothing was chosen. */
    empty: z.string().nullable(),
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
        reason: z.string().nullable(),
        /** What the citizen does about it; null when there is nothing to do. */
        nextStep: z.string().nullable(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('info'), paragraphs: z.array(z.string()), points: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('identify'),
    phase: z.enum(['waiting', 'reading', 'trouble']),
    headline: z.string(),
    detail: z.string(),
    /** Seconds until the reader stops waiting, as of this view; null while that doesn't matter. */
    secondsLeft: z.number().int().nullable(),
  }),
  /** Paper under the camera: being taken, being read by the machine, or what is wrong with the camera. */
  z.strictObject({
    kind: z.literal('scan'),
    phase: z.enum(['capturing', 'reading', 'trouble']),
    headline: z.string(),
    detail: z.string(),
    pages: z.array(z.strictObject({ page: PageId, label: z.string() })),
    /** How many pages there may be. */
    most: z.number().int().positive(),
    /** Why no picture is taken yet, in words. */
    advice: z.record(CaptureAdvice, z.string()),
    words: z.strictObject({
      preview: z.string(),
      shutter: z.string(),
      rotate: z.string(),
      retake: z.string(),
      remove: z.string(),
      addPage: z.string(),
    }),
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
  }),
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
            /** The whole of a value that is masked, shown for a moment when the citizen asks for it. */
            reveal: z.strictObject({ value: z.string(), show: z.string(), hide: z.string() }).optional(),
          }),
        ),
      }),
    ),
  }),
  /** A wait that shows what is happening. */
  z.strictObject({ kind: z.literal('wait'), headline: z.string(), detail: z.string() }),
  z.strictObject({
    kind: z.literal('receipt'),
    phase: z.enum(['printing', 'printed', 'unconfirmed', 'failed']),
    headline: z.string(),
    detail: z.string(),
    cases: z.array(CaseShown),
    /** What happens next with the case. */
    nextSteps: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('rate'),
    service: ServiceId,
    question: z.string(),
    levels: z.array(z.strictObject({ level: z.number().int(), label: z.string() })).length(5),
  }),
  z.strictObject({ kind: z.literal('goodbye'), headline: z.string(), reminders: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('trouble'),
    headline: z.string(),
    detail: z.string(),
    /** What a citizen tells the phone service; nothing personal. */
    reference: z.string(),
  }),
  z.strictObject({ kind: z.literal('outOfService'), headline: z.string(), detail: z.string(), reference: z.string() }),
]);
export type ScreenBody = Readonly<z.infer<typeof ScreenBody>>;
export type ScreenKind = ScreenBody['kind'];

/** The machine the renderer draws on; all sizes are computed from it. Source: the station profile. */
export const MachineProfile = z.strictObject({
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
  /** From the floor to the lower edge of the picture. */
  lowerEdgeMm: z.number().nonnegative(),
  viewingDistanceMm: z.number().positive(),
});
export type MachineProfile = Readonly<z.infer<typeof MachineProfile>>;

export const Dialog = z.strictObject({
  title: z.string(),
  text: z.string(),
  /** Counted down by the renderer, for the eye only; the session's own clock decides. */
  secondsLeft: z.number().int().nullable(),
  primary: Button,
  secondary: Button.nullable(),
});
export type Dialog = Readonly<z.infer<typeof Dialog>>;

export const ScreenView = z.strictObject({
  /** Grows by one with every view; an intent names the view it answers and is dropped if that is not the current one. */
  revision: z.number().int().nonnegative(),
  language: Language,
  languages: z.array(z.strictObject({ language: Language, label: z.string() })),
  scale: TextScale,
  scales: z.array(z.strictObject({ scale: TextScale, label: z.string() })),
  machine: MachineProfile,
  station: z.string(),
  title: z.string(),
  /** The whole screen in words for the ear. */
  spoken: z.string(),
  progress: z.strictObject({ step: z.number().int(), of: z.number().int(), label: z.string() }).nullable(),
  primary: Button.nullable(),
  back: Button.nullable(),
  leave: Button.nullable(),
  /** In the top corner while services are being chosen; null elsewhere. */
  cart: z.strictObject({ count: z.number().int().nonnegative(), open: Button }).nullable(),
  /** A further way, for example "print again" or "go on without". */
  others: z.array(Button),
  notice: z.strictObject({ tone: Tone, text: z.string() }).nullable(),
  dialog: Dialog.nullable(),
  help: z.strictObject({
    label: z.string(),
    open: z.boolean(),
    title: z.string(),
    paragraphs: z.array(z.string()),
    close: z.string(),
  }),
  /** Words of the frame itself, for screen readers and the top corner. */
  labels: z.strictObject({ language: z.string(), scale: z.string(), erase: z.string(), privacy: z.string() }),
  body: ScreenBody,
});
export type ScreenView = Readonly<z.infer<typeof ScreenView>>;
