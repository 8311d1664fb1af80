/** A page on its way over the bridge and back: base64 there, an address for a picture here. */
import type { Clock } from '#contract/clock.ts';
import { startWorker } from './start-worker.ts';

const PIECE = 8_192;

export function toBase64(bytes: ArrayBuffer): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    const piece = new Uint8Array(bytes, at, Math.min(PIECE, bytes.byteLength - at));
    text += String.fromCharCode(...piece);
  }
  return btoa(text);
}

/** The page's policy allows pictures from its own folder and of this kind only. */
export function pictureAddress(jpeg: string): string {
  return `data:image/jpeg;base64,${jpeg}`;
}

/** The same page, a quarter turned to the right; null when that could not be done. */
export async function turnedRight(jpeg: string, clock: Clock): Promise<string | null> {
  const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
  const worker = startWorker(clock);
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const turned = await worker.turn(picture);
    return turned.jpeg === null ? null : toBase64(turned.jpeg);
  } catch {
    // It stays as it is, and can be taken again.
    return null;
  } finally {
    worker.stop();
  }
}
