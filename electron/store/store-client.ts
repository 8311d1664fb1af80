/** Main's end of the store worker: numbered requests, and one answer when the store is lost: everything rejects. */
import { Worker } from 'node:worker_threads';
import { StoreRefusal } from './store-refusal.ts';
import type {
  FromStoreWorker,
  OpenedStore,
  StoreCallName,
  StoreCalls,
  StoreNotice,
  StoreWorkerData,
} from './store-calls.ts';

/** The store can't be used any more; the process must end and start again. */
export class StoreFailed extends Error {
  readonly code: string;

  constructor(code: string, words: string) {
    super(`The store failed (${code}): ${words}`);
    this.code = code;
  }
}

interface Waiting {
  readonly resolve: (reply: never) => void;
  readonly reject: (error: Error) => void;
}

/** What the store says without being asked. */
export interface StoreListener {
  readonly failed: (failure: StoreFailed) => void;
  readonly noted: (notice: StoreNotice) => void;
}

export class StoreClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listener: StoreListener;
  #number = 0;
  #failure: StoreFailed | null = null;
  #closing = false;

  private constructor(worker: Worker, listener: StoreListener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.on('message', (message: FromStoreWorker) => {
      this.#hear(message);
    });
    worker.on('error', (error: Error) => {
      this.fail(new StoreFailed('workerDied', error.message));
    });
    worker.on('exit', (code) => {
      if (!this.#closing) this.fail(new StoreFailed('workerDied', `exit code ${code}`));
    });
  }

  /** Rejects with StoreRefusal when the folder can't be used, with the worker's error otherwise. */
  static async start(
    data: StoreWorkerData,
    listener: StoreListener,
  ): Promise<{ client: StoreClient; opened: OpenedStore }> {
    const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { workerData: data, name: 'store' });
    const opened = await new Promise<OpenedStore>((resolve, reject) => {
      worker.once('error', reject);
      const hear = (message: FromStoreWorker): void => {
        if (message.kind === 'notice') return listener.noted(message.notice);
        worker.off('error', reject);
        worker.off('message', hear);
        if (message.kind === 'opened') resolve(message.opened);
        else reject(message.kind === 'refused' ? new StoreRefusal(message.words) : new Error(message.kind));
      };
      worker.on('message', hear);
    });
    return { client: new StoreClient(worker, listener), opened };
  }

  /** Writes resolve after their COMMIT. Rejects with StoreFailed only. */
  call<N extends StoreCallName>(name: N, request: StoreCalls[N]['request']): Promise<StoreCalls[N]['reply']> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    this.#number += 1;
    const number = this.#number;
    return new Promise<StoreCalls[N]['reply']>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, name, request });
    });
  }

  /** From now on nothing is written: a hole or a doubt in what was promised can't be repaired by going on. */
  fail(failure: StoreFailed): void {
    if (this.#failure !== null) return;
    this.#failure = failure;
    for (const { reject } of this.#waiting.values()) reject(failure);
    this.#waiting.clear();
    this.#listener.failed(failure);
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    if (this.#failure === null) await this.call('close', null);
    await this.#worker.terminate();
    this.#failure ??= new StoreFailed('closed', 'the store was closed');
  }

  #hear(message: FromStoreWorker): void {
    if (message.kind === 'reply') {
      const waiting = this.#waiting.get(message.number);
      this.#waiting.delete(message.number);
      // The worker answers each name with its own reply type; the number ties them together.
      waiting?.resolve(message.reply as never);
      return;
    }
    if (message.kind === 'notice') this.#listener.noted(message.notice);
    if (message.kind === 'failed') this.fail(new StoreFailed(message.code, message.words));
  }
}
