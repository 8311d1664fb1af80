/** The screens on which a device or the kiosk works and the citizen sees how far it is. */
import { z } from 'zod';
import { CaptureAdvice } from '../camera.ts';
import { PageId, ServiceId } from '../ids.ts';
import { Fact } from './parts.ts';

const CaseShown = z.strictObject({
  service: ServiceId,
  title: z.string(),
  /** As the code beside it says it. */
  caseNumber: z.string(),
  /** What is to be known of it later, its number first. */
  facts: z.array(Fact),
});

/** Each says what is happening: a screen never waits in silence. */
export const WaitingView = z.discriminatedUnion('kind', [
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
]);
