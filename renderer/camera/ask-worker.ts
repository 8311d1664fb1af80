/** The camera worker as a function: one question, one answer, in order; a crash or silence rejects. */
import type { Clock } from '#contract/clock.ts';
import { within } from './within.ts';
import type { FromWorker, Looked, Taken, ToWorker } from './worker-words.ts';

export interface CameraWorker {
  look(picture: ImageBitmap, at: number): Promise<Looked>;
  take(picture: ImageBitmap): Promise<Taken>;
  turn(picture: ImageBitmap): Promise<Taken>;
  stop(): void;
}

/** A look takes a twentieth of it. */
const LOOK_MS = 5_000;
/** A picture of 8 megapixels becomes a page in a second, on a weak machine in four. */
const WHOLE_MS = 15_000;

interface Waiting {
  hear(said: FromWorker): void;
  lose(why: Error): void;
}

export function askWorker(
  worker: Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>,
  clock: Pick<Clock, 'after'>,
): CameraWorker {
  const waiting: Waiting[] = [];
  let lost: Error | null = null;
  /** What comes too late would be taken for the answer to the next question: then there is no next one. */
  const end = (why: string): void => {
    lost ??= new Error(why);
    worker.terminate();
    for (const each of waiting.splice(0)) each.lose(lost);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => waiting.shift()?.hear(data));
  for (const crash of ['error', 'messageerror'] as const)
    worker.addEventListener(crash, () => end('the camera worker crashed'));
  const ask = async <T extends FromWorker>(asked: ToWorker, ms: number): Promise<T> => {
    if (lost !== null) throw lost;
    const answer = new Promise<FromWorker>((hear, lose) => {
      waiting.push({ hear, lose });
      worker.postMessage(asked, { transfer: [asked.picture] });
    });
    const said = await within(clock, ms, answer).catch((error: unknown) => {
      end('the camera worker is silent');
      throw error;
    });
    if (said.kind === 'failed') throw new Error('the camera worker failed');
    return said as T;
  };
  return {
    look: (picture, at) => ask({ kind: 'look', picture, at }, LOOK_MS),
    take: (picture) => ask({ kind: 'take', picture }, WHOLE_MS),
    turn: (picture) => ask({ kind: 'turn', picture }, WHOLE_MS),
    stop: () => end('the camera worker was stopped'),
  };
}
