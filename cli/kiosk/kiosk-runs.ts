/** Does a kiosk run on this machine? Then its devices are its own. */
import type { KioskConfig } from '#contract/config.ts';
import type { CliFault } from '../answer.ts';
import { words, type Say } from '../reader-language.ts';
import { callControl } from '#electron/control/call-control.ts';
import { systemClock } from '#electron/main/system-clock.ts';

const ASK_LIMIT_MS = 5_000;

/** Also true for one that can't be asked. */
export async function isKioskRunning({ store }: Pick<KioskConfig, 'store'>): Promise<boolean> {
  const asked = await callControl('kiosk.report', null, { store, clock: systemClock, timeoutMs: ASK_LIMIT_MS });
  return asked.ok || asked.fault.kind !== 'absent';
}

/** For what opens ports itself; null when nobody else has them. */
export async function refuseBesideKiosk(config: Pick<KioskConfig, 'store'>, say: Say): Promise<CliFault | null> {
  if (!(await isKioskRunning(config))) return null;
  const message = words(
    '自助机在运行：端口和设备归它用。',
    'A kiosk is running, and the ports and devices are in its hands.',
  );
  const hint = words('先停下它（systemctl stop yeban-kiosk）。', 'Stop it first (systemctl stop yeban-kiosk).');
  return { code: 'device.busy', message: say(message), hint: say(hint), exitCode: 1 };
}
