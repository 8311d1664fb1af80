/** Makes a paper beside main, which must not miss a touch meanwhile: half a second in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import type { PaperDocument } from '#contract/paper.ts';
import { fail, type Result } from '#contract/result.ts';
import type { PaperFault } from './make-pdf.ts';
import type { FromPaperWorker, ToPaperWorker } from './paper-calls.ts';

/** The longest papers need a quarter of it. */
const MOST_HEAP_MB = 256;
const PAPER_PROGRAM = new URL('./paper-worker.ts', import.meta.url);

export interface MakePaperOptions {
  readonly rareSigns: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** `notMade`: the thread ended, or took too long. Nothing of the document stays behind. */
export function makeInThread(
  document: PaperDocument,
  { rareSigns, timeoutMs, clock, log }: MakePaperOptions,
  program: URL = PAPER_PROGRAM,
): Promise<Result<Uint8Array, PaperFault | 'page.notMade'>> {
  const workerData: ToPaperWorker = { document, rareSigns };
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      name: 'paper',
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    let made: FromPaperWorker | null = null;
    let why: string | null = null;
    const stopTimer = clock.after(timeoutMs, () => {
      why = 'timeOut';
      void worker.terminate();
    });
    worker.on('message', (message: FromPaperWorker) => {
      made = message;
    });
    worker.on('error', (error) => {
      // An error's words may quote the paper.
      why = error instanceof Error && 'code' in error ? String(error.code) : 'threw';
    });
    worker.on('exit', (code) => {
      stopTimer();
      if (made === null) log('paper.ended', { why: why ?? `exit ${code}` });
      resolve(made ?? fail('page.notMade'));
    });
  });
}
