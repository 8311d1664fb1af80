/** The only wiring of a kiosk; reads as the boot order. */
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import { RecordId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import { runSession, type RunningSession } from '#flows/runtime/run-session.ts';
import { serveBridge } from '../bridge/serve.ts';
import { startDeviceHost, type DeviceHost } from '../devices/device-host-client.ts';
import { startHostProcess, type StartHostProcess } from '../devices/host-process.ts';
import { serveAssets } from '../shell/serve-assets.ts';
import type { OpenShell, Shell } from '../shell/shell.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { runSync, type Sync } from '../sync/run-sync.ts';
import { endProcess } from './crash-policy.ts';
import { awaitRelease } from './hall-release.ts';
import { makeHandlers, type SessionDoor } from './handlers.ts';
import type { KioskContent } from './load-content.ts';
import { ASSUMED_MACHINE, outOfServiceView } from './out-of-service-view.ts';
import { ViewFeed } from './view-feed.ts';

export interface KioskOptions {
  readonly config: KioskConfig;
  readonly openShell: OpenShell;
  /** The built renderer: index.html and its assets. */
  readonly rendererFolder: string;
  /** A folder in memory (tmpfs), for the key of the open session. */
  readonly sessionKeyFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How the device host becomes a process; a fork of Node when nothing is said. */
  readonly startDeviceProcess?: StartHostProcess;
  /** Hears the revision of each view once it is painted. */
  readonly painted?: (revision: number) => void;
}

export interface Kiosk extends SessionDoor {
  readonly store: Store;
  readonly devices: DeviceHost;
  readonly sync: Sync;
  close(): Promise<void>;
}

/**
 * Starts everything a kiosk is. Rejects with nothing left running when the store or the shell can't be opened;
 * without a usable release it waits, out of service.
 */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const { config, clock, log } = options;
  let shell: Shell | null = null;
  let session: RunningSession | null = null;
  const feed = new ViewFeed((view) => {
    shell?.publish('session.view', view);
  });
  const door: SessionDoor = {
    view: () => feed.current(),
    intend: async (revision, intent) => (session === null ? false : session.intend(revision, intent)),
  };

  const release = awaitRelease(config, clock, log, (reason) => {
    feed.publish(outOfServiceView(feed.nextRevision(), 'release.refused', `release.refused/${reason}`));
  });
  const opening = [
    openStore({
      folder: path.join(config.store, 'data'),
      sessionKeyFolder: options.sessionKeyFolder,
      station: config.station,
      clock,
      log,
    }),
    startDeviceHost({
      devices: config.devices,
      clock,
      log,
      startProcess: options.startDeviceProcess ?? startHostProcess,
    }),
    options.openShell(
      {
        asset: serveAssets(options.rendererFolder),
        call: serveBridge(makeHandlers(door, options.painted ?? (() => {}), log), log),
        gone: (reason) => {
          log('renderer.gone', { reason });
        },
      },
      { width: ASSUMED_MACHINE.widthPx, height: ASSUMED_MACHINE.heightPx },
    ),
  ] as const;
  const [store, devices, openedShell] = await Promise.all(opening).catch(async (error: unknown) => {
    release.stop();
    await Promise.allSettled(opening.map(async (opened) => (await opened).close()));
    throw error;
  });
  shell = openedShell;
  const sync = runSync({
    outbox: store.outbox,
    kiosk: store.kiosk,
    station: config.station,
    hubUrl: config.hub.url,
    clock,
    log,
  });

  const serveCitizens = (content: KioskContent): Promise<RunningSession> =>
    runSession({
      content: content.content,
      release: content.release,
      station: config.station,
      journal: store.journal(content.sealingKey),
      cardReader: devices.port('CardReader'),
      printer: devices.port('Printer'),
      claimDevices: (holder) => {
        devices.claim(holder);
      },
      releaseDevices: (holder) => {
        devices.release(holder);
      },
      clock,
      firstRevision: feed.nextRevision(),
      newRecordId: () => RecordId.parse(uuidv7()),
      publish: (view) => {
        feed.publish(view);
      },
      forgotten: () => {
        // Law 3: the next citizen gets a renderer that never saw the last one.
        openedShell.reload().catch((error: unknown) => {
          log('renderer.notReplaced', { reason: String(error) });
        });
      },
      crash: endProcess,
      log,
    });
  const serving = release.found.then(async (content) => {
    session = await serveCitizens(content);
  });
  log('kiosk.started', { station: config.station, kiosk: store.kiosk });

  return {
    ...door,
    store,
    devices,
    sync,
    close: async () => {
      release.stop();
      if (session === null) void serving.catch(() => {});
      await session?.stop();
      await sync.stop();
      await openedShell.close();
      await devices.close();
      await store.close();
    },
  };
}
