/** A kiosk under the product's own supervisor, everything it tells, and the hands that kill its parts. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock } from '#electron/main/system-clock.ts';
import { WIPING_ENVIRONMENT } from '#electron/main/wipe-memory.ts';
import { supervise } from '#electron/supervise/supervise.ts';
import type { MeasuredSettings } from '../measured-process.ts';
import { Told } from './told.ts';

const PROGRAM = path.join(import.meta.dirname, 'kiosk-that-tells.ts');
const PATIENCE_MS = 60_000;

export interface WatchedKiosk {
  mainPid(): number;
  /** Wall time at which main was last started. */
  startedAt(): number;
  /** The next thing of this kind that is told after `since`. Rejects after a minute. */
  hears(what: Told['what'], since: number, of?: Told['of']): Promise<Told>;
  close(): Promise<void>;
}

export function superviseKiosk(settings: MeasuredSettings): WatchedKiosk {
  const told: Told[] = [];
  let heard = Promise.withResolvers<null>();
  let startedAt = 0;
  const supervisor = supervise({
    start: () => {
      startedAt = wallTime();
      const env = { ...process.env, ...WIPING_ENVIRONMENT };
      const child = spawn(process.execPath, [PROGRAM, JSON.stringify(settings)], {
        stdio: ['pipe', 'pipe', 'ignore'],
        env,
      });
      createInterface({ input: child.stdout }).on('line', (line) => {
        told.push(Told.parse(JSON.parse(line)));
        heard.resolve(null);
        heard = Promise.withResolvers();
      });
      return child;
    },
    clock: systemClock,
    log: () => {},
  });
  return {
    mainPid: () => supervisor.child()?.pid ?? -1,
    startedAt: () => startedAt,
    hears: async (what, since, of) => {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        const found = told.find(
          (each) => each.what === what && each.at > since && (of === undefined || each.of === of),
        );
        if (found !== undefined) return found;
        if (performance.now() > until) throw new Error(`${what} was not told within a minute`);
        const stop = Promise.withResolvers<null>();
        const timer = setTimeout(() => stop.resolve(null), 1_000);
        await Promise.race([heard.promise, stop.promise]);
        clearTimeout(timer);
      }
    },
    close: async () => {
      const child = supervisor.child();
      // Its own way out; what it can't close in time is ended.
      supervisor.signal('SIGTERM');
      child?.stdin?.end();
      await supervisor.ended;
    },
  };
}

/** The same clock for every process of this machine. */
export function wallTime(): number {
  return performance.timeOrigin + performance.now();
}
