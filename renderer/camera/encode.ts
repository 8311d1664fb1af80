/** A page as JPEG, as good as fits into what may travel. */
import { PAGE_LIMIT_BYTES } from '#contract/camera.ts';

/** Best first; below the last, letters begin to suffer. */
const QUALITIES = [0.85, 0.75, 0.6, 0.45] as const;

/** Null when even the last quality is too large. */
export async function encode(canvas: OffscreenCanvas): Promise<ArrayBuffer | null> {
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= PAGE_LIMIT_BYTES) return blob.arrayBuffer();
  }
  return null;
}
