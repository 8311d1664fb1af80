/** Keeps one process running: started again after an end nobody asked for, let go when it can't help or was told to end. */
import type { ChildProcess } from 'node:child_process';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A process that ran this long was well: what ends it is a new misfortune, not the old one again. */
const CALM_MS = 60_000;
/** A wrong config doesn't get right by reading it again. The unit of systemd knows the same code. */
const WRONG_CONFIG = 2;
const FAREWELLS: readonly (NodeJS.Signals | null)[] = ['SIGTERM', 'SIGINT'];

export interface SuperviseOptions {
  readonly start: () => ChildProcess;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Supervisor {
  /** The process that runs now; null while none does. */
  child(): ChildProcess | null;
  /** Passes the signal on. After SIGTERM or SIGINT nothing is started any more. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code for whoever started the supervisor, once nothing runs and nothing will. */
  readonly ended: Promise<number>;
}

export function supervise({ start, clock, log }: SuperviseOptions): Supervisor {
  const ended = Promise.withResolvers<number>();
  let child: ChildProcess | null = null;
  let told = false;
  let misfortunes = 0;
  let cancelWait = (): void => {};

  const run = (): void => {
    const startedAt = clock.monotonic();
    const started = start();
    child = started;
    log('process.started', { pid: started.pid ?? -1 });
    const over = onlyOnce((code: number | null, signal: NodeJS.Signals | null) => {
      child = null;
      log('process.ended', { how: signal ?? `exit ${code}` });
      if (told || code === 0 || code === WRONG_CONFIG || FAREWELLS.includes(signal)) return ended.resolve(code ?? 0);
      misfortunes = clock.monotonic() - startedAt >= CALM_MS ? 1 : misfortunes + 1;
      const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (misfortunes - 1));
      cancelWait = clock.after(waitMs, run);
      log('process.startsAgain', { inMs: waitMs });
    });
    started.once('exit', over);
    // A program that can't be started at all has no exit.
    started.once('error', () => {
      if (started.pid === undefined) over(1, null);
    });
  };

  run();
  return {
    child: () => child,
    ended: ended.promise,
    signal: (name) => {
      told ||= FAREWELLS.includes(name);
      if (child !== null) child.kill(name);
      else if (told) {
        cancelWait();
        ended.resolve(0);
      }
    },
  };
}

function onlyOnce(
  listen: (code: number | null, signal: NodeJS.Signals | null) => void,
): (code: number | null, signal: NodeJS.Signals | null) => void {
  let done = false;
  return (code, signal) => {
    if (done) return;
    done = true;
    listen(code, signal);
  };
}
