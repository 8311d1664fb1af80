/** What main does for each call of the bridge. */
import type { Handlers } from '#contract/bridge.ts';
import type { Log } from '#contract/log.ts';
import type { CapturedPage } from '#contract/camera.ts';
import type { PageId } from '#contract/ids.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { TechnicianReply, TechnicianRequest } from '#contract/technician/desk.ts';
import type { CameraDesk } from '../camera/camera-desk.ts';

/** A session as the bridge sees it. */
export interface SessionDoor {
  view(): Promise<ScreenView>;
  /** False when the revision is not the current one. */
  intend(revision: number, intent: Intent): Promise<boolean>;
  /** The same for a page of paper that was taken on that view; true once it is on disk. */
  takePage(revision: number, page: CapturedPage): Promise<boolean>;
  /** Base64; null when this session has no such page. */
  readPage(page: PageId): Promise<string | null>;
}

export interface PanelDoor {
  ask(request: TechnicianRequest): Promise<TechnicianReply>;
  /** A page was loaded: whatever the one before had unlocked is locked. */
  pageLoaded(): void;
}

/** `painted` hears each revision that the citizen can see. */
export function makeHandlers(
  door: SessionDoor,
  panel: PanelDoor,
  camera: Pick<CameraDesk, 'wanted' | 'report'>,
  painted: (revision: number) => void,
  log: Log,
): Handlers {
  return {
    'session.view': () => {
      panel.pageLoaded();
      return door.view();
    },
    'session.intend': async ({ revision, intent }) => ({ accepted: await door.intend(revision, intent) }),
    'screen.painted': async ({ revision }) => {
      painted(revision);
      return null;
    },
    'screen.trouble': async ({ message }) => {
      log('screen.trouble', { message });
      return null;
    },
    technician: (request) => panel.ask(request),
    'camera.wanted': async () => camera.wanted,
    'camera.report': async (report) => {
      camera.report(report);
      return null;
    },
    'camera.keep': async ({ revision, page }) => ({ accepted: await door.takePage(revision, page) }),
    'camera.page': async ({ page }) => {
      const jpeg = await door.readPage(page);
      return jpeg === null ? null : { jpeg };
    },
  };
}
