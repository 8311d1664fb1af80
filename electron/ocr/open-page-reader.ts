/** The kiosk's page reader: one page at a time in a thread of its own, which starts when needed and ends with the citizen. */
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import type { OcrFault, PageRead, PageReader } from '#contract/ocr.ts';
import { fail, type Result } from '#contract/result.ts';
import type { FromOcrWorker } from './ocr-calls.ts';
import { type OcrThread, type StartOcrThread, startOcrThread } from './ocr-thread.ts';

/** A thread that waits holds about 100 MB: it is given back when nobody laid down a page for so long. */
const IDLE_MS = 120_000;
/** More pages than any material has; who asks beyond that is mistaken. */
const MOST_WAITING = 32;

export interface PageReaderOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly startThread?: StartOcrThread;
}

export interface OpenPageReader extends PageReader {
  /** Ends everything, for good. */
  close(): Promise<void>;
}

interface Job {
  readonly picture: Uint8Array;
  /** Only the first call counts. */
  end(result: Result<PageRead, OcrFault>): void;
}

interface Running {
  readonly thread: OcrThread;
  ready: boolean;
  job: Job | null;
  /** It holds what it read until it ends. */
  hasSeenAPage: boolean;
}

export function openPageReader({ clock, log, startThread = startOcrThread }: PageReaderOptions): OpenPageReader {
  const waiting: Job[] = [];
  const ending = new Set<Promise<void>>();
  let running: Running | null = null;
  let stopIdling = (): void => undefined;
  let closed = false;

  const start = (): Running => {
    const fresh: Running = {
      thread: startThread({
        heard: (message) => heard(fresh, message),
        ended: (why) => ended(fresh, why),
      }),
      ready: false,
      job: null,
      hasSeenAPage: false,
    };
    return fresh;
  };

  /** Gives the next page to a thread that has none. */
  const goOn = (): void => {
    stopIdling();
    if (closed) return;
    if (waiting.length > 0) running ??= start();
    if (running === null || !running.ready || running.job !== null) return;
    const job = waiting.shift();
    if (job === undefined) {
      stopIdling = clock.after(IDLE_MS, () => void endThread());
      return;
    }
    running.job = job;
    running.hasSeenAPage = true;
    running.thread.send({ picture: job.picture });
  };

  const heard = (from: Running, message: FromOcrWorker): void => {
    if (from !== running) return;
    if (message.kind === 'ready') from.ready = true;
    else {
      const { job } = from;
      from.job = null;
      job?.end(message.result);
    }
    goOn();
  };

  /** It ended by itself: the page it had is a fault, and so is what waited for one that can't even start. */
  const ended = (from: Running, why: string): void => {
    if (from !== running) return;
    log('ocr.ended', { why, started: from.ready });
    running = null;
    if (from.ready) from.job?.end(fail('ocr.unavailable'));
    else for (const job of waiting.splice(0)) job.end(fail('ocr.unavailable'));
    goOn();
  };

  const endThread = async (): Promise<void> => {
    stopIdling();
    const old = running;
    running = null;
    if (old !== null) {
      const gone = old.thread.end();
      ending.add(gone);
      await gone;
      ending.delete(gone);
    }
  };

  /** Nobody can interrupt the engine: a page that isn't wanted any more costs its thread. */
  const giveUp = (job: Job, fault: OcrFault): void => {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    job.end(fail(fault));
    // So does one that can't even get ready in this time: it may never do.
    const neverReady = fault === 'ocr.timeOut' && running?.ready === false;
    if (running === null || (running.job !== job && !neverReady)) return;
    void endThread();
    goOn();
  };

  const forget = async (): Promise<void> => {
    const job = running?.job ?? null;
    for (const each of [...waiting.splice(0), ...(job === null ? [] : [job])]) each.end(fail('ocr.canceled'));
    // One that isn't ready yet may never be: the next citizen's is a fresh one.
    if (running !== null && (running.hasSeenAPage || !running.ready)) void endThread();
    await Promise.all(ending);
  };

  return {
    read: ({ picture }, { timeoutMs, cancelled }) => {
      if (cancelled?.aborted === true) return Promise.resolve(fail('ocr.canceled'));
      if (closed || waiting.length >= MOST_WAITING) return Promise.resolve(fail('ocr.unavailable'));
      return new Promise((resolve) => {
        const leave = (): void => giveUp(job, 'ocr.canceled');
        const stopTimer = clock.after(timeoutMs, () => giveUp(job, 'ocr.timeOut'));
        const job: Job = {
          picture,
          end: (result) => {
            stopTimer();
            cancelled?.removeEventListener('abort', leave);
            resolve(result);
          },
        };
        cancelled?.addEventListener('abort', leave, { once: true });
        waiting.push(job);
        goOn();
      });
    },
    prepare: () => {
      if (!closed) running ??= start();
    },
    forget,
    close: async () => {
      closed = true;
      await forget();
      await endThread();
    },
  };
}
