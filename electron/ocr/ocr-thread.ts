/** Starts the thread that reads pages, and hears what becomes of it. */
import { Worker } from 'node:worker_threads';
import type { FromOcrWorker, ToOcrWorker } from './ocr-calls.ts';

/** JavaScript's share; the engine's own memory is bounded by the size of a picture. */
const MOST_HEAP_MB = 256;

export interface OcrThread {
  send(message: ToOcrWorker): void;
  /** In the middle of a page too. Resolves when nothing of the thread is left. */
  end(): Promise<void>;
}

export interface OcrThreadListener {
  heard(message: FromOcrWorker): void;
  /** Once, whoever ended it; `why` names an error and quotes nothing. */
  ended(why: string): void;
}

export type StartOcrThread = (listener: OcrThreadListener) => OcrThread;

const OCR_PROGRAM = new URL('./ocr-worker.ts', import.meta.url);

/** `program` is the thread's program. */
export function startOcrThread(listener: OcrThreadListener, program: URL = OCR_PROGRAM): OcrThread {
  const worker = new Worker(program, { name: 'ocr', resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
  let why: string | null = null;
  worker.on('message', (message: FromOcrWorker) => listener.heard(message));
  worker.on('error', (error) => {
    why = error instanceof Error && 'code' in error ? String(error.code) : 'threw';
  });
  worker.on('exit', (code) => listener.ended(why ?? `exit ${code}`));
  return {
    send: (message) => worker.postMessage(message),
    end: async () => void (await worker.terminate()),
  };
}
