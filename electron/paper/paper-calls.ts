/** What main gives the thread that makes a paper, and what it gets back. */
import type { PaperDocument } from '#contract/paper.ts';
import type { Result } from '#contract/result.ts';
import type { MakePdfOptions, PaperFault } from './make-pdf.ts';

export interface ToPaperWorker extends MakePdfOptions {
  readonly document: PaperDocument;
}

export type FromPaperWorker = Result<Uint8Array, PaperFault>;
