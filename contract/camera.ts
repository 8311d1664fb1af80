/** The document camera across the bridge: it lives in the page, so the page says how it is and hands over what it took. */
import { z } from 'zod';
import { PageId } from './ids.ts';

/** One A4 page at 200 dpi as JPEG fits well below; a larger one would hold up everything behind it on a weak line. */
export const PAGE_LIMIT_BYTES = 600 * 1024;

/** A picture of one page, upright: JPEG bytes (FF D8 FF …) as base64. */
export const PageJpeg = z
  .base64()
  .max(Math.ceil(PAGE_LIMIT_BYTES / 3) * 4)
  .regex(/^\/9j\//, 'a JPEG');

/** A QR code or barcode found on a page. Data, never keystrokes: nothing acts on it by itself. */
export const PageCode = z.strictObject({ symbology: z.string().max(40), text: z.string().max(8192) });
export type PageCode = Readonly<z.infer<typeof PageCode>>;

export const CapturedPage = z.strictObject({
  jpeg: PageJpeg,
  /** Null: those of the page it replaces, which was only turned. */
  codes: z.array(PageCode).max(20).nullable(),
  /** The page of the list in whose place this one comes; null: it is a further one. */
  replaces: PageId.nullable(),
});
export type CapturedPage = Readonly<z.infer<typeof CapturedPage>>;

/** What can be wrong with a camera, as far as the page can see it. */
export const CameraFault = z.enum(['camera.absent', 'camera.other', 'camera.black', 'camera.frozen', 'device.lost']);
export type CameraFault = z.infer<typeof CameraFault>;

/** `fault` null: it is there, and if it is open, its picture is good. */
export const CameraReport = z.strictObject({
  fault: CameraFault.nullable(),
  /** Whether its picture was looked at; else only that it is plugged in is known. */
  watched: z.boolean(),
});
export type CameraReport = Readonly<z.infer<typeof CameraReport>>;

/** Which camera the page is to use: its name contains this text; empty: whichever there is. */
export const CameraWanted = z.strictObject({ name: z.string() });
export type CameraWanted = Readonly<z.infer<typeof CameraWanted>>;

/** Why no picture is taken yet; `ready`: all is well, keep still. */
export const CaptureAdvice = z.enum([
  'starting',
  'noPaper',
  'tooFar',
  'cutEdge',
  'tooDark',
  'glare',
  'moving',
  'blur',
  'ready',
  /** The last picture could not be kept. */
  'notKept',
]);
export type CaptureAdvice = z.infer<typeof CaptureAdvice>;
