/** Does a kiosk run on this machine? Then its devices are its own. */
import type { KioskConfig } from '#contract/config.ts';
import { callControl } from '#electron/control/call-control.ts';
import { systemClock } from '#electron/main/system-clock.ts';

const ASK_LIMIT_MS = 5_000;

/** Also true for one that can't be asked. */
export async function isKioskRunning({ store }: Pick<KioskConfig, 'store'>): Promise<boolean> {
  const asked = await callControl('kiosk.report', null, { store, clock: systemClock, timeoutMs: ASK_LIMIT_MS });
  return asked.ok || asked.fault.kind !== 'absent';
}
