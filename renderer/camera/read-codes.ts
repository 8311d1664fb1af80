/** QR codes and barcodes on a page, read in the kiosk itself. What they say is data: nobody follows it. */
import type { PageCode } from '#contract/camera.ts';

/** Codes come with the reader's own engine; until it is there, a page has none. */
export function readCodes(_page: ImageData): Promise<readonly PageCode[]> {
  return Promise.resolve([]);
}
