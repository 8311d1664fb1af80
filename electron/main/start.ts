/** The only wiring of a kiosk; reads as the boot order. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { Day } from '#contract/ids.ts';
import { RecordId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import { ReleaseKey } from '#contract/release.ts';
import type { Intent, ScreenView } from '#contract/screen.ts';
import { runSession } from '#flows/runtime/run-session.ts';
import { uuidv7 } from 'uuidv7';
import { serveBridge } from '../bridge/serve.ts';
import { startDeviceHost, type DeviceHost } from '../devices/device-host-client.ts';
import { serveAssets } from '../shell/serve-assets.ts';
import type { OpenShell, Shell } from '../shell/shell.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { runSync, type Sync } from '../sync/run-sync.ts';
import { loadKioskContent, type KioskContent } from './load-content.ts';
import { makeHandlers, type SessionDoor } from './handlers.ts';
import { outOfServiceView } from './out-of-service-view.ts';
import { ViewFeed } from './view-feed.ts';

export interface KioskOptions {
  readonly config: KioskConfig;
  readonly openShell: OpenShell;
  /** The built renderer: index.html and its assets. */
  readonly rendererFolder: string;
  /** A folder in memory (tmpfs), for the key of the open session. */
  readonly sessionKeyFolder: string;
  readonly clock: Clock;
  readonly today: () => Day;
  readonly log: Log;
  /** Hears the revision of each view once it is painted. */
  readonly painted?: (revision: number) => void;
}

export interface Kiosk extends SessionDoor {
  readonly store: Store;
  readonly devices: DeviceHost;
  /** Null while the kiosk has no usable release. */
  readonly sync: Sync | null;
  close(): Promise<void>;
}

/** How often a kiosk without a usable release looks for one. */
const RELEASE_RETRY_MS = 5_000;

/** Starts everything a kiosk is. Rejects only when the store or the shell can't be opened. */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const { config, clock, log } = options;
  const store = await openStore({
    folder: path.join(config.store, 'data'),
    sessionKeyFolder: options.sessionKeyFolder,
    station: config.station,
    clock,
    log,
  });
  const devices = await startDeviceHost({ devices: config.devices, clock, log });

  let shell: Shell | null = null;
  const feed = new ViewFeed(outOfServiceView(0, 'release.refused', 'starting'), (view) => {
    shell?.publish('session.view', view);
  });
  const nobody: SessionDoor = { view: () => feed.current(), intend: async () => false };
  let door: SessionDoor = nobody;
  let sync: Sync | null = null;
  let stopSession = async (): Promise<void> => {};
  let cancelRetry = (): void => {};
  const delegate: SessionDoor = {
    view: () => feed.current(),
    intend: (revision: number, intent: Intent): Promise<boolean> => door.intend(revision, intent),
  };

  const serveCitizens = async (content: KioskContent): Promise<void> => {
    sync = runSync({
      outbox: store.outbox,
      kiosk: store.kiosk,
      station: config.station,
      hubUrl: config.hub.url,
      clock,
      log,
    });
    const session = await runSession({
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
      today: options.today,
      newRecordId: () => RecordId.parse(uuidv7()),
      publish: (view: ScreenView) => {
        feed.publish(view);
      },
      forgotten: () => {
        // Law 3: the next citizen gets a renderer that never saw the last one.
        void shell?.reload();
      },
      log,
    });
    door = session;
    stopSession = () => session.stop();
  };
  const openHall = async (): Promise<void> => {
    const trust = await readTrust(config);
    const content = trust === null ? null : await loadKioskContent(config.store, trust, log);
    if (content?.ok) {
      await serveCitizens(content.value);
      return;
    }
    const reason = content === null ? 'noTrustRoot' : content.fault;
    log('release.refused', { reason });
    feed.publish(outOfServiceView(feed.current().revision + 1, 'release.refused', `release.refused/${reason}`));
    cancelRetry = clock.after(RELEASE_RETRY_MS, () => void openHall());
  };
  await openHall();

  const handle = serveBridge(makeHandlers(delegate, options.painted ?? (() => {}), log), log);
  shell = await options.openShell(
    {
      asset: serveAssets(options.rendererFolder),
      call: handle,
      gone: (reason) => {
        log('renderer.gone', { reason });
      },
    },
    feed.current().machine,
  );
  log('kiosk.started', { station: config.station, kiosk: store.kiosk });

  return {
    ...delegate,
    store,
    devices,
    get sync() {
      return sync;
    },
    close: async () => {
      cancelRetry();
      await stopSession();
      await sync?.stop();
      await shell?.close();
      await devices.close();
      await store.close();
    },
  };
}

async function readTrust(config: KioskConfig): Promise<ReleaseKey | null> {
  const file = config.trust ?? path.join(config.store, 'trust', 'root.json');
  try {
    return ReleaseKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
