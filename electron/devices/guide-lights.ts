/** Shows a citizen where to reach: the light beside the device that the screen speaks of. Lights that fail disturb nobody. */
import type { DevicePort } from '#contract/devices/classes.ts';
import type { LightPosition, LightState } from '#contract/devices/lights.ts';
import type { Log } from '#contract/log.ts';
import type { ScreenBody } from '#contract/screen.ts';

export interface GuideLight {
  readonly position: LightPosition;
  readonly flashRate: LightState['flashRate'];
}

export interface GuideLights {
  /** Called with every view; returns at once. */
  show(body: ScreenBody): void;
}

const LIMIT = { timeoutMs: 2_000 };

/** Blinks where something has to be done, shines while it is being done, and where something has to be taken. */
function lightOf(body: ScreenBody): GuideLight | null {
  switch (body.kind) {
    case 'identify':
      if (body.phase === 'trouble') return null;
      return { position: 'cardReader', flashRate: body.phase === 'reading' ? 'continuous' : 'medium' };
    case 'scan':
      if (body.phase === 'trouble') return null;
      return { position: 'documentCamera', flashRate: body.phase === 'reading' ? 'continuous' : 'medium' };
    case 'receipt':
      if (body.phase === 'printing') return { position: 'receiptPrinter', flashRate: 'medium' };
      return body.phase === 'printed' ? { position: 'receiptPrinter', flashRate: 'continuous' } : null;
    default:
      return null;
  }
}

/** `port` is null in a cabinet without guide lights. The driver darkens all by itself when a citizen goes. */
export function guideLights(port: DevicePort<'Lights'> | null, log: Log): GuideLights {
  if (port === null) return { show: () => undefined };
  let wanted: GuideLight | null = null;
  let lit: GuideLight | null = null;
  let working = false;
  let told: string | null = null;

  const set = async (light: GuideLight): Promise<boolean> => {
    const done = await port.execute('setLight', { ...light, colour: 'green' }, LIMIT);
    const fault = done.ok ? null : done.fault.code;
    // The same fault again and again is no news.
    if (fault !== null && fault !== told) log('lights.notSet', { position: light.position, fault });
    told = fault;
    return done.ok;
  };
  /** What can't be set now is tried with the next view; a screen that waits has one every second. */
  const work = async (): Promise<void> => {
    while (!isSame(lit, wanted)) {
      const next = wanted;
      const before = lit;
      lit = null;
      if (before !== null && before.position !== next?.position) await set({ ...before, flashRate: 'off' });
      if (next === null) continue;
      if (!(await set(next))) return;
      lit = next;
    }
  };

  return {
    show(body) {
      wanted = lightOf(body);
      if (working) return;
      working = true;
      void work().finally(() => {
        working = false;
      });
    },
  };
}

function isSame(one: GuideLight | null, other: GuideLight | null): boolean {
  return one?.position === other?.position && one?.flashRate === other?.flashRate;
}
