/** Opens what a kiosk keeps: its identity, the open session, the outbox. One process at a time. */
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import type { SealingKey } from '#contract/hub-api.ts';
import type { KioskId, StationId } from '#contract/ids.ts';
import type { Journal } from '#contract/journal.ts';
import type { Log } from '#contract/log.ts';
import type { RecordDraft } from '#contract/record.ts';
import { sealerFor } from './seal-record.ts';
import { SessionKeys } from './session-keys.ts';
import type { Room } from './store-calls.ts';
import { StepWriter } from './step-writer.ts';
import { StoreClient, type StoreFailed } from './store-client.ts';
import { makeJournal } from './store-journal.ts';
import { makeOutbox, type Outbox } from './store-outbox.ts';

export type { Outbox } from './store-outbox.ts';
export type { ChainReport, OutboxStatus } from './store-calls.ts';

export interface StoreOptions {
  /** The store's own folder; made if missing. */
  readonly folder: string;
  /** In memory (tmpfs). Kiosks may share it: each uses a folder of its own inside. */
  readonly sessionKeyFolder: string;
  readonly station: StationId;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once when a commit failed. By default the error is thrown into the process, which ends it. */
  readonly failed?: (failure: StoreFailed) => void;
}

export interface Store {
  readonly kiosk: KioskId;
  readonly epoch: string;
  /** Wall time in ms when the hub took something over last, before this process began; null when it never did. */
  readonly hubHeardAt: number | null;
  readonly outbox: Outbox;
  /** Deletes up to `limit` of the rows that the hub took over before this wall time (ms); resolves with how many. */
  prune(before: number, limit: number): Promise<number>;
  /** Empties the write-ahead log: what was deleted is gone from the disk too. */
  truncate(): Promise<null>;
  /** What the disk has left. */
  room(): Promise<Room>;
  takeUpBallast(): Promise<null>;
  /** Throws RangeError for a key that is no X25519 key. */
  journal(sealTo: SealingKey): Journal;
  /** Rows that belong to no session. Throws RangeError for a key that is no X25519 key. */
  keep(sealTo: SealingKey, records: readonly RecordDraft[]): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with StoreRefusal (words for people) when the folder can't be used, for example by a second process. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock, log, station } = options;
  const failed = options.failed ?? endProcess;
  const { client, opened } = await StoreClient.start(
    { folder: options.folder, at: clock.now() },
    {
      failed: (failure) => {
        log('store.failed', { code: failure.code });
        failed(failure);
      },
      noted: ({ event, detail }) => log(event, detail),
    },
  );
  for (const { event, detail } of opened.notices) log(event, detail);
  const keys = await prepareKeys(options, opened.kiosk, client).catch(async (error: unknown) => {
    await client.close();
    throw error;
  });
  const { outbox, announce } = makeOutbox(client, clock);
  const writer = new StepWriter(client, opened, clock, announce);
  return {
    kiosk: opened.kiosk,
    epoch: opened.epoch,
    hubHeardAt: opened.hubHeardAt,
    outbox,
    prune: (before, limit) => client.call('prune', { before, limit }),
    truncate: () => client.call('truncate', null),
    room: () => client.call('room', null),
    takeUpBallast: () => client.call('takeUpBallast', null),
    journal: (sealTo) => makeJournal({ client, writer, keys, station, log }, sealerFor(sealTo)),
    keep: (sealTo, records) => writer.write({ keep: null, forget: null, records }, sealerFor(sealTo).seal),
    close: () => client.close(),
  };
}

/** What a process that ended in the middle of forgetting left behind is gone after this. */
async function prepareKeys(options: StoreOptions, kiosk: KioskId, client: StoreClient): Promise<SessionKeys> {
  const keys = new SessionKeys(path.join(options.sessionKeyFolder, kiosk));
  if (!keys.inMemory()) options.log('store.sessionKeysOnDisk', { folder: options.sessionKeyFolder });
  const left = await client.call('snapshots', null);
  keys.destroyOthers(new Set(left.map(({ session }) => session)));
  await client.call('truncate', null);
  return keys;
}

/** A commit that failed can't be explained to anybody: the supervisor starts a process that looks at the disk anew. */
function endProcess(failure: StoreFailed): void {
  setImmediate(() => {
    throw failure;
  });
}
