/** A kiosk that is started again when it dies, where no systemd does that: `node electron/supervise/main.ts --config kiosk.yaml`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { jsonLog } from '../main/json-log.ts';
import { systemClock } from '../main/system-clock.ts';
import { WIPING_ENVIRONMENT } from '../main/wipe-memory.ts';
import { supervise } from './supervise.ts';

const YEBAN = path.resolve(import.meta.dirname, '../../cli/main.ts');

const supervisor = supervise({
  start: () =>
    spawn(process.execPath, [...process.execArgv, YEBAN, 'kiosk', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, ...WIPING_ENVIRONMENT },
    }),
  clock: systemClock,
  log: jsonLog('supervisor'),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2'] as const) {
  process.on(signal, () => supervisor.signal(signal));
}
process.exitCode = await supervisor.ended;
