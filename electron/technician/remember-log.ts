/** Keeps the newest lines of the log in memory, for the bundle: journald may not be there, or not for this user. */
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';

const KEEP_LINES = 5_000;

export interface RememberedLog {
  readonly log: Log;
  /** Oldest first, each one JSON document. */
  lines(): readonly string[];
}

export function rememberLog(log: Log, clock: Clock): RememberedLog {
  const kept: string[] = [];
  return {
    log: (event, detail) => {
      kept.push(JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...detail }));
      // In blocks: to shift a long list with every line costs more than to write it.
      if (kept.length > 2 * KEEP_LINES) kept.splice(0, kept.length - KEEP_LINES);
      log(event, detail);
    },
    lines: () => kept.slice(-KEEP_LINES),
  };
}
