/** What the renderer draws: a ScreenView, texts already resolved. What stands on it is in `contract/screen`. */
import { z } from 'zod';
import { Language } from './language.ts';
import { AskingView } from './screen/asking-views.ts';
import { ChoosingView } from './screen/choosing-views.ts';
import { ClosingView } from './screen/closing-views.ts';
import { TextScale } from './screen/intent.ts';
import { MachineProfile } from './screen/machine-profile.ts';
import { Button, Tone } from './screen/parts.ts';
import { WaitingView } from './screen/waiting-views.ts';

/** One shape per kind of screen; the renderer has one component for each. */
export const ScreenBody = z.discriminatedUnion('kind', [
  ...ChoosingView.options,
  ...AskingView.options,
  ...WaitingView.options,
  ...ClosingView.options,
]);
export type ScreenBody = Readonly<z.infer<typeof ScreenBody>>;
export type ScreenKind = ScreenBody['kind'];

/** Only from these screens a technician comes in and a new release into use. None shown yet: somebody may be coming back. */
export function servesNobody(shown: ScreenKind | undefined): boolean {
  return shown === 'attract' || shown === 'outOfService';
}

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
  /** What holds on every page of this session or plan, for example that one only practises. */
  marks: z.array(z.strictObject({ kind: z.enum(['practise', 'agent', 'beside']), text: z.string() })).default([]),
  dialog: Dialog.nullable(),
  help: z.strictObject({
    label: z.string(),
    open: z.boolean(),
    title: z.string(),
    paragraphs: z.array(z.string()),
    close: z.string(),
    /** Ways that are offered to whoever asks for help. */
    others: z.array(Button).default([]),
  }),
  /** Words of the frame itself, for screen readers and the top corner. */
  labels: z.strictObject({ language: z.string(), scale: z.string(), erase: z.string(), privacy: z.string() }),
  body: ScreenBody,
});
export type ScreenView = Readonly<z.infer<typeof ScreenView>>;
