/** Holds the one session runner of a kiosk and changes it for one on other content while nobody is being served. */
import type { Result } from '#contract/result.ts';
import type { Intent, ScreenView } from '#contract/screen.ts';
import type { KioskContent } from './load-content.ts';

/** What of a session runner is needed here. */
export interface Runner {
  view(): ScreenView;
  intend(revision: number, intent: Intent): Promise<boolean>;
  /** False, and nothing changes, while somebody is being served. */
  stopWhenEmpty(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface SessionKeeper {
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
