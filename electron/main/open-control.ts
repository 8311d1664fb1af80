/** Opens the technician's door of a kiosk; a kiosk that can't have one serves its citizens all the same. */
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import { CONTROL_SOCKET } from '#contract/control.ts';
import type { Log } from '#contract/log.ts';
import { serveControl, type ControlDoor } from '../control/serve-control.ts';
import { makeControlHandlers, type ServicedKiosk } from './control-handlers.ts';

export interface OpenControlOptions extends ServicedKiosk {
  readonly config: Pick<KioskConfig, 'store' | 'devices'>;
  readonly log: Log;
}

/** Who can open the socket is root or the kiosk's own user, and may do everything a technician may. */
export async function openControl({ log, ...kiosk }: OpenControlOptions): Promise<ControlDoor> {
  try {
    return await serveControl({
      file: path.join(kiosk.config.store, CONTROL_SOCKET),
      handlers: makeControlHandlers(kiosk),
      grants: ['diagnose', 'service'],
      log,
    });
  } catch (error) {
    // For example a store whose path is longer than a socket's name may be.
    log('control.notOpened', { reason: error instanceof Error ? error.message : String(error) });
    return { close: () => Promise.resolve() };
  }
}
