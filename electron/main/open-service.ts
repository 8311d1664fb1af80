/** Opens both of a technician's ways into a running kiosk: the control socket, and the panel on the screen. */
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { ControlHandlers } from '#contract/control.ts';
import type { SealingKey } from '#contract/hub-api.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import type { LockReason } from '#contract/technician/desk.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import type { Store } from '../store/open-store.ts';
import { checkAnswers } from '../technician/check-answers.ts';
import type { HistoryBook } from '../technician/history-book.ts';
import { openTechnician } from '../technician/open-technician.ts';
import { openPanelDesk, type PanelDesk } from '../technician/panel-desk.ts';
import { readKeys, technicianFolder, type TechnicianKey } from '../technician/technician-keys.ts';
import { makeControlHandlers, type ServicedKiosk } from './control-handlers.ts';
import { kioskClaims } from './kiosk-claims.ts';
import { openControl } from './open-control.ts';

export interface OpenServiceOptions extends Pick<ServicedKiosk, 'report' | 'kick' | 'checkRelease'> {
  readonly config: KioskConfig;
  readonly store: Pick<Store, 'kiosk' | 'outbox' | 'keep' | 'room'>;
  /** To whom rows are sealed; null while there is no release. */
  readonly sealTo: () => SealingKey | null;
  readonly devices: ServiceableDeviceHost;
  readonly history: HistoryBook;
  readonly recentLog: () => readonly string[];
  readonly doctor: () => Promise<unknown>;
  readonly nobodyServed: () => boolean;
  readonly locked: (reason: LockReason) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Service {
  readonly panel: PanelDesk;
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;

export async function openService(options: OpenServiceOptions): Promise<Service> {
  const { config, store, devices, clock, log } = options;
  const claim = kioskClaims(devices);
  const technician = await openTechnician({
    ...options,
    claim,
    handlers: () => handlers,
    room: store.room,
    keepRecords: () => {
      const sealTo = options.sealTo();
      return sealTo === null ? null : (records) => store.keep(sealTo, records);
    },
  });
  const handlersFor = (who: string | null): ControlHandlers =>
    makeControlHandlers({ ...options, outbox: store.outbox, claim, technician: technician.handlersFor(who) });
  const handlers = handlersFor(null);
  const socket = technician.auditOf({ via: 'socket', name: '', role: null });
  const control = await openControl({ config, handlers, audit: socket, log });
  const keys = (): readonly TechnicianKey[] => {
    try {
      return readKeys(config.store);
    } catch (error) {
      log('technician.keysNotRead', { error: nameOfError(error) });
      return [];
    }
  };
  const panel = openPanelDesk({
    ...{ kiosk: store.kiosk, station: config.station, handlersFor, auditOf: technician.auditOf, clock, log },
    ...{ nobodyServed: options.nobodyServed, locked: options.locked },
    lookAtKeys: technician.lookAtKeys,
    answers: checkAnswers({ folder: technicianFolder(config.store), keys, clock, log }),
    idleMs: config.technician.idleMinutes * MINUTE_MS,
  });
  return {
    panel,
    async close() {
      await control.close();
      await technician.close();
    },
  };
}
