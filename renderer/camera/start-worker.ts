/** The camera worker as a function: one question, one answer, in order. */
import type { FromWorker, Looked, Taken, ToWorker } from './worker-words.ts';

export interface CameraWorker {
  look(picture: ImageBitmap, at: number): Promise<Looked>;
  take(picture: ImageBitmap): Promise<Taken>;
  turn(picture: ImageBitmap): Promise<Taken>;
  stop(): void;
}

/** The page's policy wants to be told which address a worker may come from: this one, in our own folder. */
const policy = trustedTypes.createPolicy('camera-worker', { createScriptURL: (address) => address });

/** Built into a file of its own beside the page; `vite` knows it by this call. */
const [address] = Object.values(
  import.meta.glob<string>('./camera-worker.ts', { query: '?worker&url', import: 'default', eager: true }),
);

export function startWorker(): CameraWorker {
  if (address === undefined) throw new Error('the page was built without its camera worker');
  const worker = new Worker(policy.createScriptURL(address));
  const waiting: ((said: FromWorker) => void)[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => waiting.shift()?.(data));
  const ask = <T extends FromWorker>(asked: ToWorker): Promise<T> =>
    new Promise((resolve) => {
      waiting.push((said) => resolve(said as T));
      worker.postMessage(asked, { transfer: [asked.picture] });
    });
  return {
    look: (picture, at) => ask({ kind: 'look', picture, at }),
    take: (picture) => ask({ kind: 'take', picture }),
    turn: (picture) => ask({ kind: 'turn', picture }),
    stop: () => worker.terminate(),
  };
}
