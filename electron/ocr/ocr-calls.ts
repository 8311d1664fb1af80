/** What main and the thread that reads pages say to each other. */
import type { PageRead } from '#contract/ocr.ts';
import type { Result } from '#contract/result.ts';

/** Only said to a thread that is ready and has no other page. */
export interface ToOcrWorker {
  readonly picture: Uint8Array;
}

export type FromOcrWorker =
  { readonly kind: 'ready' } | { readonly kind: 'read'; readonly result: Result<PageRead, 'ocr.notAPicture'> };
