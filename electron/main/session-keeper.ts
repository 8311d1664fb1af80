/** Holds the one session runner of a kiosk and changes it for one on other content while nobody is being served. */
import type { Result } from '#contract/result.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import type { CameraFault } from '#contract/camera.ts';
import type { SessionDoor } from './handlers.ts';
import type { KioskContent } from './load-content.ts';

/** What only a running session can answer; nothing of it means anything to the next one. */
interface CameraCalls extends Pick<SessionDoor, 'takePage' | 'readPage'> {
  cameraFailed(fault: CameraFault): Promise<void>;
}

/** What of a session runner is needed here. */
export interface Runner extends CameraCalls {
  view(): ScreenView;
  intend(revision: number, intent: Intent): Promise<boolean>;
  /** False, and nothing changes, while somebody is being served. */
  stopWhenEmpty(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface SessionKeeper extends CameraCalls {
  begin(content: KioskContent): Promise<void>;
  intend(revision: number, intent: Intent): Promise<boolean>;
  /** `bring` runs while no visit can begin; when it fails the old content goes on. `busy`: somebody is being served. */
  replace(bring: () => Promise<Result<KioskContent, string>>): Promise<Result<KioskContent, string> | 'busy'>;
  stop(): Promise<void>;
}

export function keepSession(run: (content: KioskContent) => Promise<Runner>): SessionKeeper {
  let running: { readonly session: Runner; readonly content: KioskContent } | null = null;
  let replacing: Promise<unknown> | null = null;

  const begin = async (content: KioskContent): Promise<void> => {
    running = { session: await run(content), content };
  };
  return {
    begin,
    intend: async (revision, intent) => {
      if (running === null) return false;
      const { session } = running;
      const before = session.view().revision;
      if (replacing === null) return session.intend(revision, intent);
      await replacing;
      // The screen before and after is the one that invites: a touch on the first is meant for the second.
      const now = running.session;
      return now.intend(revision === before && now !== session ? now.view().revision : revision, intent);
    },
    takePage: async (revision, page) => running?.session.takePage(revision, page) ?? false,
    readPage: async (page) => running?.session.readPage(page) ?? null,
    cameraFailed: async (fault) => running?.session.cameraFailed(fault),
    replace: async (bring) => {
      if (running === null) return bring();
      const { session, content } = running;
      const done = Promise.withResolvers<null>();
      replacing = done.promise;
      try {
        if (!(await session.stopWhenEmpty())) return 'busy';
        const brought = await bring();
        await begin(brought.ok ? brought.value : content);
        return brought;
      } finally {
        replacing = null;
        done.resolve(null);
      }
    },
    stop: async () => {
      await replacing;
      await running?.session.stop();
    },
  };
}
