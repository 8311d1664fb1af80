/** Decides which shell shows the kiosk, and says why in words. */
import { access, constants } from 'node:fs/promises';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { systemClock } from '../main/system-clock.ts';
import { openChromiumShell } from './chromium/chromium-shell.ts';
import { isHeadless } from './chromium/launch.ts';
import { canLeaveNetwork } from './chromium/without-network.ts';
import type { OpenShell } from './shell.ts';

const DEBIAN_CHROMIUM = '/usr/lib/chromium/chromium';
/** What a graphical session of X11 or Wayland sets. Without it Chromium ends at once, with its reason in no log of ours. */
const SCREENS = ['DISPLAY', 'WAYLAND_DISPLAY'] as const;

export interface ShellMachine {
  /** Emptied at each start of Chromium: the shell's own. */
  readonly profileFolder: string;
  /** Which Chromium; otherwise $KIOSK_CHROMIUM, otherwise Debian's. */
  readonly executable?: string;
  readonly extraFlags?: readonly string[];
  readonly clock?: Clock;
  /** Where Chromium finds its screen; otherwise this process's own environment. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface ShellChoice {
  readonly name: 'electron' | 'chromium';
  readonly reason: string;
  readonly open: OpenShell;
}

/** `auto` is Electron when this process is Electron, otherwise Chromium. The failure is a sentence for the technician. */
export async function chooseShell(
  wish: KioskConfig['shell'],
  machine: ShellMachine,
): Promise<Result<ShellChoice, string>> {
  const insideElectron = process.versions['electron'] !== undefined;
  if (wish === 'electron' && !insideElectron) {
    return fail(
      'kiosk.yaml asks for the Electron shell, but this process is plain Node: start the kiosk with Electron.',
    );
  }
  if (insideElectron && wish !== 'chromium') {
    // Only here: without Electron's binary the module would try to download it.
    const { openElectronShell } = await import('./electron/electron-shell.ts');
    return ok({ name: 'electron', reason: 'this process is Electron', open: openElectronShell });
  }
  const { profileFolder, extraFlags = [], clock = systemClock, environment = process.env } = machine;
  const executable = machine.executable ?? environment['KIOSK_CHROMIUM'] ?? DEBIAN_CHROMIUM;
  try {
    await access(executable, constants.X_OK);
  } catch {
    return fail(`No Chromium at ${executable}: install Debian's chromium package, or name one in $KIOSK_CHROMIUM.`);
  }
  if (!isHeadless(extraFlags) && SCREENS.every((name) => (environment[name] ?? '') === '')) {
    return fail(
      `No screen for the kiosk's window: ${SCREENS.join(' and ')} are not set. ` +
        "Start the kiosk inside the machine's graphical session, for example from cage or Xorg; over ssh, set DISPLAY=:0 first.",
    );
  }
  const network = canLeaveNetwork() ? 'none' : 'unreachable';
  const why = wish === 'chromium' ? 'kiosk.yaml asks for it' : 'this process is plain Node';
  return ok({
    name: 'chromium',
    reason: `${why}; Chromium at ${executable}, ${network === 'none' ? 'without any network' : 'with every address unreachable'}`,
    open: openChromiumShell({ executable, profileFolder, extraFlags, clock, network }),
  });
}
