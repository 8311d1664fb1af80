/** What main does for each call of the bridge. */
import type { Handlers } from '#contract/bridge.ts';
import type { Log } from '#contract/log.ts';
import type { Intent, ScreenView } from '#contract/screen.ts';

/** A session as the bridge sees it. */
export interface SessionDoor {
  view(): Promise<ScreenView>;
  /** False when the revision is not the current one. */
  intend(revision: number, intent: Intent): Promise<boolean>;
}

/** `painted` hears each revision that the citizen can see. */
export function makeHandlers(door: SessionDoor, painted: (revision: number) => void, log: Log): Handlers {
  return {
    'session.view': () => door.view(),
    'session.intend': async ({ revision, intent }) => ({ accepted: await door.intend(revision, intent) }),
    'screen.painted': async ({ revision }) => {
      painted(revision);
      return null;
    },
    'screen.trouble': async ({ message }) => {
      log('screen.trouble', { message });
      return null;
    },
  };
}
