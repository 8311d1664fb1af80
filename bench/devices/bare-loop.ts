/** The least that polling can cost: a process that opens the same ports, says what a device host said, and reads what comes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Saying {
  readonly path: string;
  readonly afterMs: number;
  readonly hex: string;
}

export interface BareLoopOrder {
  readonly wires: readonly { readonly path: string; readonly baudRate: number }[];
  readonly sayings: readonly Saying[];
}

export interface BareLoop {
  readonly pid: number;
  close(): Promise<void>;
}

/** Resolves when it has opened every port and begins to speak. */
export async function startBareLoop(order: BareLoopOrder): Promise<BareLoop> {
  const child = fork(fileURLToPath(new URL('bare-loop-process.ts', import.meta.url)));
  const gone = once(child, 'exit');
  child.send(order);
  await Promise.race([
    once(child, 'message'),
    gone.then(() => Promise.reject(new Error('the bare loop ended at once'))),
  ]);
  return {
    pid: child.pid ?? -1,
    async close() {
      child.kill();
      await gone;
    },
  };
}
