/** Law 3: the next citizen gets a renderer that never saw the last one. */
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Shell } from '../shell/shell.ts';
import type { ViewFeed } from './view-feed.ts';

/** A shell that is stuck has had every chance: better a page that saw somebody than one that says goodbye for ever. */
const LIMIT_MS = 20_000;

export interface PageReplacer {
  /** The view is the next page's first; until that one is there, the old one gets no more. Never rejects. */
  replaceFor(view: ScreenView): Promise<void>;
  /** Nothing is pushed any more. */
  stop(): void;
}

export interface PageReplacerParts {
  readonly shell: Promise<Pick<Shell, 'reload'>>;
  readonly feed: Pick<ViewFeed, 'hold' | 'letGo'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function pageReplacer({ shell, feed, clock, log }: PageReplacerParts): PageReplacer {
  let cancelLimit = (): void => {};
  let turn = 0;
  return {
    async replaceFor(view) {
      cancelLimit();
      turn += 1;
      const mine = turn;
      // A touch that the old page took as it went would be lost.
      feed.hold(view);
      const end = (notReplaced: string | null): void => {
        if (mine !== turn) return;
        turn += 1;
        cancelLimit();
        if (notReplaced !== null) log('renderer.notReplaced', { reason: notReplaced });
        feed.letGo();
      };
      cancelLimit = clock.after(LIMIT_MS, () => end(`not within ${LIMIT_MS} ms`));
      await shell
        .then((opened) => opened.reload())
        .then(
          () => end(null),
          (error: unknown) => end(String(error)),
        );
    },
    stop() {
      turn += 1;
      cancelLimit();
    },
  };
}
