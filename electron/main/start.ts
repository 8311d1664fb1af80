/** The only wiring of a kiosk; reads as the boot order: first what takes longest, the page; what it needs loads meanwhile. */
import './zod-without-code.ts';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { KioskReport } from '#contract/control.ts';
import { RecordId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { LookupPort } from '#contract/lookup.ts';
import { fail } from '#contract/result.ts';
import type { RunningSession } from '#flows/runtime/run-session.ts';
import type { ReleaseUpdates } from '../updates/watch-releases.ts';
import { serveBridge } from '../bridge/serve.ts';
import type { DeviceHost } from '../devices/device-host-client.ts';
import { devicesToCome } from '../devices/devices-to-come.ts';
import { watchAvailability } from '../devices/watch-availability.ts';
import type { StartHostProcess } from '../devices/host-process.ts';
import type { Identity } from '../identity/open-identity.ts';
import { serveAssets } from '../shell/serve-assets.ts';
import type { OpenShell, Shell } from '../shell/shell.ts';
import type { Store } from '../store/open-store.ts';
import type { Sync } from '../sync/run-sync.ts';
import { watchRoom } from '../store/watch-room.ts';
import { keepTime } from '../time/timekeeper.ts';
import { endProcess } from './crash-policy.ts';
import { makeHandlers, type SessionDoor } from './handlers.ts';
import { joinAvailability } from './join-availability.ts';
import type { KioskContent } from './load-content.ts';
import { ASSUMED_MACHINE, outOfServiceView } from './out-of-service-view.ts';
import { keepSession, type SessionKeeper } from './session-keeper.ts';
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
  /** Signs what is asked of the hub. */
  readonly identity: Identity;
  /** What a technician is told of the running kiosk; nothing of a citizen. */
  report(): KioskReport;
  close(): Promise<void>;
}

/** The devices start once the page is painted, or after this long: nobody reaches a step with a device sooner. */
const DEVICES_WAIT_MS = 1_000;

/**
 * Starts everything a kiosk is. Rejects with nothing left running when the store or the shell can't be opened;
 * without a usable release it waits, out of service.
 */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const { config, log } = options;
  const clock = keepTime(options.clock, log);
  let shell: Shell | null = null;
  let sessions: SessionKeeper | null = null;
  let updates: ReleaseUpdates | null = null;
  let running: Pick<KioskReport, 'release' | 'refused'> = { release: null, refused: null };
  const startedAt = clock.now();
  const feed = new ViewFeed((view) => {
    shell?.publish('session.view', view);
  });
  const door: SessionDoor = {
    view: () => feed.current(),
    intend: async (revision, intent) => (sessions === null ? false : sessions.intend(revision, intent)),
  };

  const firstPaint = Promise.withResolvers<void>();
  const painted = (revision: number): void => {
    firstPaint.resolve();
    options.painted?.(revision);
  };
  const openingShell = heardBelow(
    options.openShell(
      {
        asset: serveAssets(options.rendererFolder),
        call: serveBridge(makeHandlers(door, painted, log), log),
        gone: (reason) => {
          log('renderer.gone', { reason });
        },
      },
      { width: ASSUMED_MACHINE.widthPx, height: ASSUMED_MACHINE.heightPx },
    ),
  );
  // From here on each part is loaded when the one before it is on its way, while the browser starts on another core.
  const { openStore } = await import('../store/open-store.ts');
  const openingStore = heardBelow(
    openStore({
      folder: path.join(config.store, 'data'),
      sessionKeyFolder: options.sessionKeyFolder,
      station: config.station,
      clock,
      log,
    }).then((opened) => {
      if (opened.hubHeardAt !== null) clock.remember(opened.hubHeardAt);
      return opened;
    }),
  );
  const room = watchRoom({ store: openingStore, clock, log });
  const { awaitRelease } = await import('./hall-release.ts');
  const release = awaitRelease(config, clock, log, (reason) => {
    running = { ...running, refused: reason };
    feed.publish(outOfServiceView(feed.nextRevision(), 'release.refused', `release.refused/${reason}`));
  });
  const openingDevices = heardBelow(
    openingShell.then(async () => {
      clock.after(DEVICES_WAIT_MS, firstPaint.resolve);
      await firstPaint.promise;
      const { startDeviceHost } = await import('../devices/device-host-client.ts');
      const { startDeviceProcess } = options;
      const host = { devices: config.devices, clock, log };
      return startDeviceHost(startDeviceProcess === undefined ? host : { ...host, startProcess: startDeviceProcess });
    }),
  );
  const devicesSoon = devicesToCome(config.devices, openingDevices);
  let lineIsUp = (): boolean => true;
  const deviceWatch = watchAvailability({
    devices: config.devices,
    host: openingDevices,
    lineIsUp: () => lineIsUp(),
    clock,
    log,
  });
  const availability = joinAvailability({ devices: deviceWatch, room, time: clock });
  const stopWatching = (): void => {
    for (const watch of [deviceWatch, room, clock]) watch.stop();
  };
  const { runSession } = await import('#flows/runtime/run-session.ts');

  let lookups: LookupPort | null = null;
  /** The line is opened after the session: whoever asks that early is told that nobody answers yet. */
  const lookup: LookupPort = {
    find: (asked, limits) => lookups?.find(asked, limits) ?? Promise.resolve(fail('hub.away')),
  };
  const serveCitizens = (content: KioskContent, store: Store): Promise<RunningSession> =>
    runSession({
      content: content.content,
      release: content.release,
      station: config.station,
      journal: store.journal(content.sealingKey),
      cardReader: devicesSoon.port('CardReader'),
      printer: devicesSoon.port('Printer'),
      lookup,
      availability,
      claimDevices: devicesSoon.claim,
      releaseDevices: devicesSoon.release,
      clock,
      firstRevision: feed.nextRevision(),
      newRecordId: () => RecordId.parse(uuidv7()),
      publish: (view) => {
        feed.publish(view);
        if (view.body.kind === 'attract' || view.body.kind === 'outOfService') updates?.hallEmpty();
      },
      forgotten: () => {
        // Law 3: the next citizen gets a renderer that never saw the last one.
        openingShell
          .then((opened) => opened.reload())
          .catch((error: unknown) => {
            log('renderer.notReplaced', { reason: String(error) });
          });
      },
      crash: endProcess,
      log,
    });
  const keeper = keepSession(async (content) => serveCitizens(content, await openingStore));
  sessions = keeper;
  const serving = heardBelow(
    Promise.all([release.found, openingStore]).then(async ([content]) => {
      running = { release: content.release, refused: null };
      await keeper.begin(content);
    }),
  );
  const opening = [openingStore, openingDevices, openingShell] as const;
  openingShell.then(
    (opened) => {
      shell = opened;
      // The page asked for its view while the shell was still opening: it may have missed one since.
      feed.repeat();
    },
    () => {},
  );
  const [store, devices, openedShell] = await Promise.all(opening).catch(async (error: unknown) => {
    release.stop();
    stopWatching();
    await keeper.stop();
    await Promise.allSettled(opening.map(async (opened) => (await opened).close()));
    throw error;
  });
  const { openHubLine } = await import('./open-hub-line.ts');
  const hubLine = openHubLine({ config, store, clock, log });
  const { identity } = hubLine;
  lookups = hubLine.lookups;
  lineIsUp = () => hubLine.sync.state().hub !== 'unreachable';
  const { openUpdates } = await import('./open-updates.ts');
  const watching = openUpdates({
    config,
    kiosk: store.kiosk,
    identity,
    keeper,
    clock,
    log,
    running: () => running,
    activated: (version) => {
      running = { release: version, refused: null };
    },
  });
  updates = watching;
  const sync: Sync = {
    ...hubLine.sync,
    kick: () => {
      hubLine.sync.kick();
      void watching.check();
    },
  };
  let closing = false;
  serving.catch((error: unknown) => {
    if (!closing) endProcess(error);
  });
  const report = (): KioskReport => {
    const { hub, since } = sync.state();
    return {
      kiosk: store.kiosk,
      station: config.station,
      ...running,
      refused: watching.refused() ?? running.refused,
      busy: (devices.holder() ?? 'kiosk') !== 'kiosk',
      screen: feed.shown()?.body.kind ?? 'none',
      hub: { reachable: hub === 'reachable', since, fault: hubLine.fault() },
      startedAt,
    };
  };
  const { openControl } = await import('./open-control.ts');
  const { outbox } = store;
  const control = await openControl({
    config,
    devices,
    outbox,
    report,
    kick: sync.kick,
    checkRelease: watching.check,
    log,
  });
  log('kiosk.started', { station: config.station, kiosk: store.kiosk });

  return {
    ...door,
    store,
    devices,
    sync,
    identity,
    report,
    close: async () => {
      release.stop();
      stopWatching();
      closing = true;
      await control.close();
      await watching.stop();
      await keeper.stop();
      await hubLine.stop();
      await openedShell.close();
      await devices.close();
      await store.close();
    },
  };
}

/** Marks a promise whose rejection is dealt with further below, when everything has been set going. */
function heardBelow<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
