/** Starts the camera worker in a thread of its own. */
import type { Clock } from '#contract/clock.ts';
import { askWorker, type CameraWorker } from './ask-worker.ts';

/** The page's policy wants to be told which address a worker may come from: this one, in our own folder. */
const policy = trustedTypes.createPolicy('camera-worker', { createScriptURL: (address) => address });

/** Built into a file of its own beside the page; `vite` knows it by this call. */
const [address] = Object.values(
  import.meta.glob<string>('./camera-worker.ts', { query: '?worker&url', import: 'default', eager: true }),
);

export function startWorker(clock: Clock): CameraWorker {
  if (address === undefined) throw new Error('the page was built without its camera worker');
  return askWorker(new Worker(policy.createScriptURL(address)), clock);
}
