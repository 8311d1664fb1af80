/** The log bundle that a technician takes along on a USB stick: where it can go, and what was written. */
import { z } from 'zod';
import { LocalText } from '../language.ts';

/** A mounted drive that can be pulled out. */
export const Drive = z.strictObject({
  /** Where it is mounted. */
  folder: z.string(),
  label: z.string(),
  freeBytes: z.number().nonnegative(),
  /** False: write-protected, or this user may not write there. */
  writable: z.boolean(),
});
export type Drive = Readonly<z.infer<typeof Drive>>;

const BundledFile = z.strictObject({
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** Why nothing is in it, where somebody would look for something. */
  remark: LocalText.optional(),
});

export const BundleReport = z.strictObject({
  /** The folder that was made. */
  folder: z.string(),
  /** The manifest too, which can't name itself. */
  files: z.array(BundledFile),
  bytes: z.number().int(),
});
export type BundleReport = Readonly<z.infer<typeof BundleReport>>;
