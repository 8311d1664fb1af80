/** What main does for each call of the bridge. */
import type { Handlers } from '#contract/bridge.ts';
import type { Log } from '#contract/log.ts';
import type { Intent, ScreenView } from '#contract/screen.ts';
import type { TechnicianReply, TechnicianRequest } from '#contract/technician/desk.ts';

/** A session as the bridge sees it. */
export interface SessionDoor {
  view(): Promise<ScreenView>;
  /** False when the revision is not the current one. */
  intend(revision: number, intent: Intent): Promise<boolean>;
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
  };
}
