/** Tells systemd when the kiosk is on the screen, and that it lives; silent where no systemd asked for it. */
import { execFile } from 'node:child_process';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';

/** systemd gives up after the whole of its patience: two beats may be lost. */
const BEATS_PER_PATIENCE = 3;
const SEND_TIMEOUT_MS = 5_000;

export interface SystemdNotes {
  /** The picture is there. Said once, however often it is called. */
  ready(): void;
  /** From now on says that the kiosk lives, each time that `answers` has resolved. */
  watch(answers: () => Promise<unknown>): void;
}

export interface NotifyOptions {
  /** `NOTIFY_SOCKET` and `WATCHDOG_USEC`, as systemd sets them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly send?: (state: string) => Promise<void>;
}

export function notifySystemd({ environment, clock, log, send = sendByChild }: NotifyOptions): SystemdNotes {
  const listens = environment['NOTIFY_SOCKET'] !== undefined;
  const patienceMs = Number(environment['WATCHDOG_USEC'] ?? 0) / 1000;
  let saidReady = false;
  const say = (state: string): Promise<void> =>
    send(state).catch(() => {
      log('systemd.notReached', { state });
    });
  return {
    ready: () => {
      if (!listens || saidReady) return;
      saidReady = true;
      void say('READY=1');
    },
    watch: (answers) => {
      if (!listens || !(patienceMs > 0)) return;
      const beat = (): void => {
        // Without an answer there is no next beat: systemd notices the silence.
        const alive = answers().then(() => say('WATCHDOG=1'));
        alive.then(rest, () => {
          log('systemd.notAlive');
          rest();
        });
      };
      const rest = (): void => {
        clock.after(patienceMs / BEATS_PER_PATIENCE, beat);
      };
      beat();
    },
  };
}

/** Node has no datagram sockets of the Unix kind; systemd brings a program that has. */
function sendByChild(state: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('systemd-notify', [state], { timeout: SEND_TIMEOUT_MS }, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}
