/** Opens the window of a kiosk and keeps what it shows; the browser starts while the kiosk loads the rest of itself. */
import type { serveBridge } from '../bridge/serve.ts';
import type { Log } from '#contract/log.ts';
import { serveAssets } from '../shell/serve-assets.ts';
import type { OpenShell, Shell } from '../shell/shell.ts';
import { makeHandlers, type PanelDoor, type SessionDoor } from './handlers.ts';
import type { CameraDesk } from '../camera/camera-desk.ts';
import { ASSUMED_MACHINE } from './out-of-service-view.ts';
import { ViewFeed } from './view-feed.ts';

export interface WindowOptions {
  readonly openShell: OpenShell;
  /** The built renderer: index.html and its assets. */
  readonly rendererFolder: string;
  readonly panel: PanelDoor;
  /** What the page asks of whoever is being served. */
  readonly session: Omit<SessionDoor, 'view'>;
  readonly camera: CameraDesk;
  /** Hears the revision of each view once it is painted. */
  readonly painted: ((revision: number) => void) | undefined;
  readonly log: Log;
}

export interface KioskWindow {
  /** What the page asks, for whoever else wants to ask it. */
  readonly door: SessionDoor;
  readonly feed: ViewFeed;
  readonly shell: Promise<Shell>;
  /** Resolves when the page has its first script: from here on the browser is busy without us. */
  readonly busyDrawing: Promise<void>;
  /** Resolves when a first view can be seen and touched. */
  readonly firstPaint: Promise<void>;
}

/** Begins the start of the browser before it returns. */
export function openWindow(options: WindowOptions): KioskWindow {
  const { openShell, rendererFolder, session, panel, camera, painted, log } = options;
  let opened: Shell | null = null;
  const feed = new ViewFeed((view) => {
    opened?.publish('session.view', view);
  });
  const door: SessionDoor = {
    ...session,
    view: () => feed.current(),
    async intend(revision, intent) {
      const taken = await session.intend(revision, intent);
      // Whoever touched sees what is to be seen by now, whatever the page missed.
      if (!taken) feed.repeat();
      return taken;
    },
  };
  const firstPaint = Promise.withResolvers<void>();
  const scriptsServed = Promise.withResolvers<void>();
  const files = serveAssets(rendererFolder);
  // A window may ask while it is still being opened.
  const answering = Promise.withResolvers<ReturnType<typeof serveBridge>>();
  const shell = openShell(
    {
      asset: async (pathname) => {
        const file = await files(pathname);
        if (pathname !== '/') scriptsServed.resolve();
        return file;
      },
      call: async (name, request) => (await answering.promise)(name, request),
      gone: (reason) => {
        log('renderer.gone', { reason });
      },
    },
    { width: ASSUMED_MACHINE.widthPx, height: ASSUMED_MACHINE.heightPx },
  );
  const handlers = makeHandlers(
    door,
    panel,
    camera,
    (revision) => {
      firstPaint.resolve();
      painted?.(revision);
    },
    log,
  );
  // Loaded when the browser is on its way: the page asks only much later.
  answering.resolve(import('../bridge/serve.ts').then((bridge) => bridge.serveBridge(handlers, log)));
  shell.then(
    (window) => {
      opened = window;
      // The page asked for its view while the shell was still opening: it may have missed one since.
      feed.repeat();
    },
    () => {},
  );
  // Where the page is not asked for here, as in a test, the open window is the sign.
  const busyDrawing = Promise.race([
    scriptsServed.promise,
    shell.then(
      () => {},
      () => {},
    ),
  ]);
  return { door, feed, shell, busyDrawing, firstPaint: firstPaint.promise };
}
