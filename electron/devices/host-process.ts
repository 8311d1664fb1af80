/** Starts the device host as a fork of Node; in Electron `electron/shell/electron/utility-host.ts` does it with the same words. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log } from '#contract/log.ts';
import { WIPING_ENVIRONMENT } from '../main/wipe-memory.ts';
import { relayNotes } from './relay-notes.ts';

/** The program of the device host process. */
export const DEVICE_HOST = fileURLToPath(new URL('../device-host/main.ts', import.meta.url));

export interface HostProcess {
  readonly pid: number;
  send(message: unknown): void;
  onMessage(listen: (message: unknown) => void): void;
  /** Called once; whatever was running is lost. */
  onExit(listen: (reason: string) => void): void;
  kill(): void;
}

/** What the host writes down goes to `log`. */
export type StartHostProcess = (log: Log) => Promise<HostProcess>;

export const startHostProcess: StartHostProcess = (log) => Promise.resolve(forkHost(log));

function forkHost(log: Log): HostProcess {
  const child = fork(DEVICE_HOST, {
    serialization: 'advanced',
    execArgv: process.execArgv,
    env: { ...process.env, ...WIPING_ENVIRONMENT },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  if (child.stderr !== null) relayNotes(child.stderr, log);
  return {
    pid: child.pid ?? -1,
    send: (message) => {
      // A child that just died is reported by `exit`.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => {
      const once = onlyOnce(listen);
      child.on('exit', (code, signal) => once(signal ?? `exit ${code}`));
      child.on('error', (error) => once(error.name));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

function onlyOnce(listen: (reason: string) => void): (reason: string) => void {
  let done = false;
  return (reason) => {
    if (done) return;
    done = true;
    listen(reason);
  };
}
