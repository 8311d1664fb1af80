/** How a process ends that can't go on: at once and loudly, for the supervisor to start it again. */
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { nameSource } from './name-source.ts';

const FRAMES = 8;

/** Notes down the kind of error and where it came from, never its message: that may quote a citizen (law 3). */
export function endOnTheUnexpected(log: Log): void {
  const end = (error: unknown): void => {
    log('process.crashed', { error: nameOfError(error), at: framesOf(error) });
    process.exit(1);
  };
  process.on('uncaughtException', end);
  // Electron would only warn of it and go on, as if what failed had been done.
  process.on('unhandledRejection', end);
}

/** Throws into the process itself, out of reach of whoever called. */
export function endProcess(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}

function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const frames = lines.map((line) => line.trim()).filter((line) => /^at \S.*:\d+:\d+\)?$/.test(line));
  return frames.slice(0, FRAMES).map(nameSource).join('; ');
}
