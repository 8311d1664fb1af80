/** The entry of a kiosk process: config at the door, crash policy, then start. */
import type { Language } from '#contract/language.ts';
import './zod-without-code.ts';
import path from 'node:path';
import { loadConfig } from '../config/load-config.ts';
import { startHostProcess, type StartHostProcess } from '../devices/host-process.ts';
import { BUILT_FOLDER } from '../shell/built-folder.ts';
import { chooseShell } from '../shell/choose-shell.ts';
import { endOnTheUnexpected } from './crash-policy.ts';
import { jsonLog } from './json-log.ts';
import { notifySystemd } from './notify-systemd.ts';
import { makeSessionKeyFolder } from './session-key-folder.ts';
import { startKiosk, type Kiosk } from './start.ts';
import { systemClock } from './system-clock.ts';
import { watchScreen } from './watch-screen.ts';

const RENDERER_FOLDER = path.join(BUILT_FOLDER, 'renderer');

export interface RunOptions {
  /** Of whoever started it, for what is wrong in kiosk.yaml. */
  readonly language?: Language;
  /** For development on a machine that has no memory to keep them in: a power cut does not destroy such keys. */
  readonly keysOnDisk?: boolean;
  /** What `yeban doctor` says, for a technician's log bundle. */
  readonly doctor?: () => Promise<unknown>;
}

/**
 * Runs the kiosk of one config file. Resolves when it runs, otherwise with null and an exit code: 2 for a wrong config or
 * a machine on which keys would lie on a disk, which nobody starts again, 1 for what may be gone the next time (no screen
 * yet, another process on the store).
 */
export async function runKiosk(
  configFile: string,
  { keysOnDisk = false, language = 'en', doctor }: RunOptions = {},
): Promise<Kiosk | null> {
  const log = jsonLog('main');
  endOnTheUnexpected(log);
  const config = await loadConfig(configFile);
  if (!config.ok) {
    for (const { line, column, path: setting, message } of config.fault) {
      const where = setting === '' ? '' : ` ${setting}`;
      process.stderr.write(`${configFile}:${line}:${column}${where}: ${message[language]}\n`);
    }
    process.exitCode = 2;
    return null;
  }
  const keys = await makeSessionKeyFolder(process.env, { onDisk: keysOnDisk });
  if (!keys.ok) return giveUp(keys.fault, 2);
  const choice = await chooseShell(config.value.shell, { profileFolder: path.join(config.value.store, 'browser') });
  if (!choice.ok) return giveUp(choice.fault);
  log('shell.chosen', { shell: choice.value.name, reason: choice.value.reason });
  const systemd = notifySystemd({ environment: process.env, clock: systemClock, log });
  const screen = watchScreen(systemClock);
  let kiosk: Kiosk;
  try {
    kiosk = await startKiosk({
      config: config.value,
      openShell: choice.value.open,
      rendererFolder: RENDERER_FOLDER,
      sessionKeyFolder: keys.value,
      clock: systemClock,
      log,
      startDeviceProcess: await deviceProcess(),
      ...(doctor && { doctor }),
      painted: (revision) => {
        systemd.ready();
        screen.painted(revision);
      },
    });
  } catch (error) {
    // No citizen was served yet: the message is the technician's.
    return giveUp(`The kiosk could not start: ${error instanceof Error ? error.message : String(error)}`);
  }
  // The device host is no reason to begin anew: main ends one that hangs, and the screen says what can't be done meanwhile.
  systemd.watch(async () => {
    await kiosk.store.outbox.status();
    if (!screen.follows((await kiosk.view()).revision)) throw new Error('the screen stands still');
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void kiosk.close().then(() => process.exit(0)));
  }
  return kiosk;
}

function giveUp(words: string, exitCode: 1 | 2 = 1): null {
  process.stderr.write(`${words}\n`);
  process.exitCode = exitCode;
  return null;
}

/** Inside Electron a utility process: that binary need not be able to run as Node. */
async function deviceProcess(): Promise<StartHostProcess> {
  if (process.versions['electron'] === undefined) return startHostProcess;
  const { startUtilityHost } = await import('../shell/electron/utility-host.ts');
  return startUtilityHost;
}
