/** QR codes and barcodes on a page, read in the kiosk itself. What they say is data: nobody follows it. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
// Within the worker's own file: nothing is fetched, and the page's policy allows no address for it.
import engine from 'zxing-wasm/reader/zxing_reader.wasm?url&inline';
import type { PageCode } from '#contract/camera.ts';

const MOST_CODES = 20;
const LONGEST_CODE = 8192;
let prepared = false;

/** Never rejects: a page without its codes is still a page. */
export async function readCodes(page: ImageData): Promise<readonly PageCode[]> {
  try {
    if (!prepared) prepareZXingModule({ overrides: { wasmBinary: bytesOf(engine).buffer } });
    prepared = true;
    const found = await readBarcodes(page, { maxNumberOfSymbols: MOST_CODES });
    return found
      .filter(({ isValid, text }) => isValid && text.length <= LONGEST_CODE)
      .map(({ format, text }) => ({ symbology: format, text }));
  } catch {
    return [];
  }
}

function bytesOf(address: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
