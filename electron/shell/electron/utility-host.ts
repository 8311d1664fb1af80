/** Starts the device host as Electron's utility process: a packed Electron refuses to run itself as Node (fuse RunAsNode). */
import { once } from 'node:events';
import { app, utilityProcess } from 'electron';
import { DEVICE_HOST, type StartHostProcess } from '../../devices/host-process.ts';
import { relayNotes } from '../../devices/relay-notes.ts';
import { WIPING_ENVIRONMENT } from '../../main/wipe-memory.ts';

export const startUtilityHost: StartHostProcess = async (log) => {
  await app.whenReady();
  const child = utilityProcess.fork(DEVICE_HOST, [], {
    serviceName: 'Yeban device host',
    env: { ...process.env, ...WIPING_ENVIRONMENT },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const exited = once(child, 'exit').then(([code]) => `exit ${String(code)}`);
  // Without a listener this event would end main. The exit that follows is what counts.
  child.on('error', (type, location) => log('devices.hostFatal', { type, location }));
  if (child.stderr !== null) relayNotes(child.stderr, log);
  await Promise.race([once(child, 'spawn'), exited]);
  const pid = child.pid ?? -1;
  return {
    pid,
    send: (message) => child.postMessage(message),
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => void exited.then(listen),
    kill: () => {
      // `child.kill()` only asks; a host that hangs must go.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
};
