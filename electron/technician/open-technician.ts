/** Opens everything behind the technician's panel: keys, audit, history, statistics, bundle; and closes it again. */
import { mkdir } from 'node:fs/promises';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { ControlHandlers } from '#contract/control.ts';
import type { Log } from '#contract/log.ts';
import type { AuditWho } from '#contract/technician/history.ts';
import type { Audit } from '../control/do-call.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import type { KioskClaim } from '../main/kiosk-claims.ts';
import { openAudit } from './audit-book.ts';
import { openBundleDesk } from './bundle-desk.ts';
import type { Ask } from './bundle-files.ts';
import type { HistoryBook } from './history-book.ts';
import { keepTotals } from './keep-totals.ts';
import { noteDeeds } from './note-deeds.ts';
import { noticeKeys } from './notice-keys.ts';
import { readJournal } from './read-journal.ts';
import { makeTechnicianHandlers, type TechnicianHandlers } from './technician-handlers.ts';
import { readKeys, technicianFolder } from './technician-keys.ts';
import { tellHub, type TellHubOptions } from './tell-hub.ts';
import { watchStarts } from './watch-starts.ts';

export interface OpenTechnicianOptions {
  readonly config: KioskConfig;
  readonly devices: ServiceableDeviceHost;
  readonly claim: KioskClaim;
  readonly history: HistoryBook;
  /** The newest lines of the log. */
  readonly recentLog: () => readonly string[];
  /** What the doctor says, for the bundle. */
  readonly doctor: () => Promise<unknown>;
  /** Every call of the control socket, once there are any. */
  readonly handlers: () => ControlHandlers;
  /** Seals rows to the hub; null while no release says to which key. */
  readonly keepRecords: TellHubOptions['keep'];
  readonly room: TellHubOptions['room'];
  readonly clock: Clock;
  readonly log: Log;
}

export interface Technician {
  /** As one of them calls it: by the name of a key, or null through the socket. */
  handlersFor(who: string | null): TechnicianHandlers;
  /** Notes what one caller does. */
  auditOf(who: AuditWho): Audit;
  /** So that a key stands in the audit before what is done with it. */
  lookAtKeys(): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with the system's error when the folder of the store can't be used. */
export async function openTechnician(options: OpenTechnicianOptions): Promise<Technician> {
  const { config, devices, claim, history, recentLog, doctor, clock, log } = options;
  const folder = technicianFolder(config.store);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const audit = await openAudit(folder, clock);
  await history.open(folder);
  const ids = config.devices.map(({ id }) => id);
  const totals = await keepTotals({ folder, devices, ids, clock, log });
  const notice = noticeKeys({ folder, keys: () => readKeys(config.store), audit, clock, log });
  const teller = tellHub({ folder, audit, keep: options.keepRecords, room: options.room, clock, log });
  const stopWatching = devices.onStatus((device, _class, status) => history.watch(device, status));
  // For the bundle the kiosk asks itself what a technician would ask, without an entry for each.
  const ask: Ask = async (name, request) =>
    options
      .handlers()
      [name](request)
      .catch(() => null);
  const bundle = openBundleDesk(() => ({ ask, config, doctor, log: () => wholeLog(recentLog()) }), clock);
  const deviceHost = watchStarts(devices, clock);
  const parts = { config, folder, devices, claim, audit, history, totals, bundle, deviceHost, clock };
  return {
    handlersFor: (who) => makeTechnicianHandlers(parts, who),
    auditOf: (who) => noteDeeds(audit, who),
    lookAtKeys: notice.look,
    async close() {
      stopWatching();
      log('kiosk.stopped');
      await notice.stop();
      await teller.stop();
      await totals.close();
      await history.close();
    },
  };
}

/** The journal goes back a week, over restarts; where there is none, what this process remembers. */
async function wholeLog(recent: readonly string[]): Promise<readonly string[]> {
  const journal = await readJournal();
  return journal.length > 0 ? journal : recent;
}
