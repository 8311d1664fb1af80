/** Opens the technician's door of a kiosk; a kiosk that can't have one serves its citizens all the same. */
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import { CONTROL_SOCKET } from '#contract/control.ts';
import type { Log } from '#contract/log.ts';
import type { ControlHandlers } from '#contract/control.ts';
import type { Audit } from '../control/do-call.ts';
import { serveControl, type ControlDoor } from '../control/serve-control.ts';

export interface OpenControlOptions {
  readonly config: Pick<KioskConfig, 'store'>;
  readonly handlers: ControlHandlers;
  readonly audit: Audit;
  readonly log: Log;
}

/** Who can open the socket is root or the kiosk's own user, and may do everything a technician may. */
export async function openControl({ config, handlers, audit, log }: OpenControlOptions): Promise<ControlDoor> {
  try {
    return await serveControl({
      file: path.join(config.store, CONTROL_SOCKET),
      handlers,
      audit,
      grants: ['diagnose', 'service'],
      log,
    });
  } catch (error) {
    // For example a store whose path is longer than a socket's name may be.
    log('control.notOpened', { reason: error instanceof Error ? error.message : String(error) });
    return { close: () => Promise.resolve() };
  }
}
