/** The only wiring of a kiosk; reads as the boot order: first what takes longest, the window; the rest loads meanwhile. */
import './zod-without-code.ts';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { SealingKey } from '#contract/hub-api.ts';
import type { KioskReport } from '#contract/control.ts';
import { PageId, RecordId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { LookupPort } from '#contract/lookup.ts';
import { fail } from '#contract/result.ts';
import { type ScreenView, servesNobody } from '#contract/screen.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import type { RunningSession } from '#flows/runtime/run-session.ts';
import type { ReleaseUpdates } from '../updates/watch-releases.ts';
import type { DeviceHost } from '../devices/device-host-client.ts';
import { devicesToCome } from '../devices/devices-to-come.ts';
import { guideLights } from '../devices/guide-lights.ts';
import { watchAvailability } from '../devices/watch-availability.ts';
import type { StartHostProcess } from '../devices/host-process.ts';
import type { Identity } from '../identity/open-identity.ts';
import type { OpenShell } from '../shell/shell.ts';
import type { Store } from '../store/open-store.ts';
import { watchRoom } from '../store/watch-room.ts';
import { keepHistory } from '../technician/history-book.ts';
import type { PanelDesk } from '../technician/panel-desk.ts';
import { thinLooks } from '../control/thin-looks.ts';
import { rememberLog } from '../technician/remember-log.ts';
import type { Sync } from '../sync/run-sync.ts';
import { keepTime } from '../time/timekeeper.ts';
import { documentsOf } from '../paper/print-documents.ts';
import { openCameraDesk } from '../camera/camera-desk.ts';
import { withCamera } from '../camera/with-camera.ts';
import { endProcess } from './crash-policy.ts';
import type { SessionDoor } from './handlers.ts';
import { joinAvailability } from './join-availability.ts';
import type { KioskContent } from './load-content.ts';
import { openWindow } from './open-window.ts';
import { outOfServiceView } from './out-of-service-view.ts';
import { keepSession, type SessionKeeper } from './session-keeper.ts';
import { pageReplacer } from './replace-page.ts';
import { wipeMemory } from './wipe-memory.ts';

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
  /** What `yeban doctor` says of this kiosk, for a technician's log bundle. */
  readonly doctor?: () => Promise<unknown>;
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
 * Starts everything a kiosk is. Rejects with nothing left running when any part can't be opened; without a usable
 * release it waits, out of service. Imports where they are: each part is loaded when the one before is on its way.
 */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const { config } = options;
  // Closed from the last part to the first: when the kiosk ends, and when a part can't be opened.
  await using parts = new AsyncDisposableStack();
  const history = keepHistory(options.clock, options.log);
  const remembered = rememberLog((event, detail) => {
    options.log(event, detail);
    history.hear(event, detail);
  }, options.clock);
  const log = thinLooks(remembered.log, options.clock);
  const clock = keepTime(options.clock, log);
  parts.defer(clock.stop);
  const startedAt = clock.now();
  let running: Pick<KioskReport, 'release' | 'refused'> = { release: null, refused: null };
  let sessions: SessionKeeper | null = null;
  let updates: ReleaseUpdates | null = null;
  let lookups: LookupPort | null = null;
  let panel: PanelDesk | null = null;
  let sealTo: SealingKey | null = null;
  let touches = 0;

  const camera = openCameraDesk({ devices: config.devices, clock, log });
  const window = openWindow({
    ...{ openShell: options.openShell, rendererFolder: options.rendererFolder, painted: options.painted, log },
    panel: {
      ask: async (request) => (panel === null ? STILL_STARTING : panel.ask(request)),
      pageLoaded: () => panel?.pageLoaded(),
    },
    session: {
      intend: async (revision, intent) => {
        // While a technician is at it, nobody is served.
        if (sessions === null || panel?.isUnlocked() === true) return false;
        touches += 1;
        return sessions.intend(revision, intent).finally(() => (touches -= 1));
      },
      takePage: async (revision, page) => (sessions === null ? false : sessions.takePage(revision, page)),
      readPage: async (page) => (sessions === null ? null : sessions.readPage(page)),
    },
    camera,
  });
  parts.defer(camera.onFault((fault) => void sessions?.cameraFailed(fault)));
  const { feed } = window;
  const openingShell = partOf(parts, window.shell);

  const { openStore } = await import('../store/open-store.ts');
  const openingStore = partOf(
    parts,
    openStore({
      folder: path.join(config.store, 'data'),
      sessionKeyFolder: options.sessionKeyFolder,
      station: config.station,
      ...{ clock, log },
    }).then((opened) => {
      if (opened.hubHeardAt !== null) clock.remember(opened.hubHeardAt);
      return opened;
    }),
  );
  const room = watchRoom({ store: openingStore, clock, log });
  parts.defer(room.stop);

  const openingDevices = partOf(
    parts,
    openingShell.then(async () => {
      await Promise.race([window.firstPaint, new Promise<void>((then) => clock.after(DEVICES_WAIT_MS, then))]);
      const { startDeviceHost } = await import('../devices/device-host-client.ts');
      const { startDeviceProcess: startProcess } = options;
      // A camera lives in the page: no process of ours opens it.
      const driven = config.devices.filter((device) => device.class !== 'Camera');
      const host = await startDeviceHost({ devices: driven, clock, log, ...(startProcess && { startProcess }) });
      return withCamera(host, camera);
    }),
  );
  const devicesSoon = devicesToCome(config.devices, openingDevices);
  const lights = guideLights(devicesSoon.port('Lights'), log);
  let lineIsUp = (): boolean => true;
  const deviceWatch = watchAvailability({
    ...{ devices: config.devices, host: openingDevices, clock, log },
    lineIsUp: () => lineIsUp(),
  });
  parts.defer(deviceWatch.stop);

  const { awaitRelease } = await import('./hall-release.ts');
  const { runSession } = await import('#flows/runtime/run-session.ts');
  // To answer the browser comes first; what citizens are served with is read while it draws.
  await window.busyDrawing;
  const release = awaitRelease(config, clock, log, (reason) => {
    running = { ...running, refused: reason };
    feed.publish(outOfServiceView(feed.nextRevision(), 'release.refused', `release.refused/${reason}`));
  });

  const { openPageReader } = await import('../ocr/open-page-reader.ts');
  const pageReader = openPageReader({ clock, log });
  parts.defer(pageReader.close);

  const collectForgotten = wipeMemory(clock);
  const pages = pageReplacer({ shell: openingShell, feed, clock, log });
  parts.defer(pages.stop);
  const shown = (view: ScreenView): void => {
    lights.show(view.body);
    if (servesNobody(view.body.kind)) updates?.hallEmpty();
  };
  const serveCitizens = (content: KioskContent, store: Store): Promise<RunningSession> =>
    runSession({
      content: content.content,
      release: content.release,
      station: config.station,
      journal: store.journal(content.sealingKey),
      cardReader: devicesSoon.port('CardReader'),
      printer: devicesSoon.port('Printer', 'print'),
      documents: documentsOf({ devices: config.devices, port: devicesSoon.port, clock, log }),
      // The line is opened after the session: whoever asks that early is told that nobody answers yet.
      lookup: { find: (asked, limits) => lookups?.find(asked, limits) ?? Promise.resolve(fail('hub.away')) },
      pageReader,
      availability: joinAvailability({ devices: deviceWatch, room, time: clock }),
      claimDevices: devicesSoon.claim,
      releaseDevices: devicesSoon.release,
      clock,
      firstRevision: feed.nextRevision(),
      newPageId: () => PageId.parse(randomUUID()),
      newRecordId: () => RecordId.parse(uuidv7()),
      publish: (view) => {
        feed.publish(view);
        shown(view);
      },
      forgotten: (view) => {
        const replaced = pages.replaceFor(view);
        shown(view);
        const pagesForgotten = pageReader.forget();
        replaced.then(() => pagesForgotten).finally(collectForgotten);
      },
      crash: endProcess,
      log,
    });
  const keeper = keepSession(async (content) => {
    sealTo = content.sealingKey;
    const { prepareSearch } = await import('./prepare-search.ts');
    // Its first screen is shown already: nothing may be waited for before it can be touched.
    const session = await serveCitizens(content, await openingStore);
    prepareSearch(content.content).catch(endProcess);
    return session;
  });
  parts.defer(() => {
    release.stop();
    return keeper.stop();
  });
  sessions = keeper;
  const serving = Promise.all([release.found, openingStore]).then(async ([content]) => {
    running = { release: content.release, refused: null };
    await keeper.begin(content);
  });
  // Dealt with below: until everything is open, the kiosk's own end comes first.
  serving.catch(() => {});

  const [store, devices] = await Promise.all([openingStore, openingDevices, openingShell]);

  const { openHubLine } = await import('./open-hub-line.ts');
  const hubLine = openHubLine({ config, store, clock, log });
  parts.defer(hubLine.stop);
  const { identity } = hubLine;
  lookups = hubLine.lookups;
  lineIsUp = () => hubLine.sync.state().hub !== 'unreachable';

  const { openUpdates } = await import('./open-updates.ts');
  const watching = openUpdates({
    ...{ config, kiosk: store.kiosk, identity, keeper, clock, log },
    running: () => running,
    activated: (version) => {
      running = { release: version, refused: null };
    },
  });
  parts.defer(watching.stop);
  updates = watching;
  const sync: Sync = {
    ...hubLine.sync,
    kick: () => {
      hubLine.sync.kick();
      void watching.check();
    },
  };

  const { pruneRegularly } = await import('../store/prune-regularly.ts');
  parts.defer(pruneRegularly({ store, clock, log }));

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
      clock: clock.verdict(),
      startedAt,
    };
  };
  const { openService } = await import('./open-service.ts');
  const service = await partOf(
    parts,
    openService({
      ...{ config, store, devices, report, history, clock, log, recentLog: remembered.lines },
      kick: sync.kick,
      checkRelease: watching.check,
      sealTo: () => sealTo,
      doctor: options.doctor ?? (async () => null),
      nobodyServed: () => touches === 0 && servesNobody(feed.shown()?.body.kind) && !report().busy,
      locked: (reason) => void openingShell.then((shell) => shell.publish('technician.locked', { reason })),
    }),
  );
  panel = service.panel;

  const whole = parts.move();
  serving.catch((error: unknown) => {
    if (!whole.disposed) endProcess(error);
  });
  log('kiosk.started', { station: config.station, kiosk: store.kiosk });
  return { ...window.door, store, devices, sync, identity, report, close: () => whole.disposeAsync() };
}

const STILL_STARTING: TechnicianReply = {
  kind: 'refused',
  code: 'technician.starting',
  message: REFUSALS['technician.starting'].en,
  waitMs: null,
};

/** Closed with the kiosk, also when it opens only after another part could not be. */
function partOf<T extends { close(): Promise<void> }>(kiosk: AsyncDisposableStack, opening: Promise<T>): Promise<T> {
  const closed = (): Promise<void> =>
    opening.then(
      (part) => part.close(),
      () => {},
    );
  kiosk.defer(closed);
  // Heard by whoever awaits it, when everything has been set going.
  opening.catch(() => {});
  return opening;
}
