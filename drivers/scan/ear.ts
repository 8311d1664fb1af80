/** Hears a scanner all the time, and hands on only what began while somebody was reading: the rest belongs to nobody. */
import type { Ending } from '../service/run-machine.ts';
import type { ScanNews } from './news.ts';

export interface Listening {
  /** `lost` when the wire went away, `ended` when the signal was aborted. */
  next(signal: AbortSignal): Promise<ScanNews | Ending>;
  stop(): void;
}

export interface Ear {
  hear(news: ScanNews): void;
  lose(): void;
  /** From now on; one at a time. */
  listen(): Listening;
}

export function openEar(): Ear {
  type Take = (news: ScanNews | Ending) => void;
  let reading: Take | null = null;
  /** Who was reading when the code under way began. */
  let owner: Take | null = null;

  return {
    hear(news) {
      if (news.kind === 'begun') owner = reading;
      if (owner !== null && owner === reading) reading(news);
      if (news.kind !== 'begun') owner = null;
    },
    lose: () => reading?.({ kind: 'lost' }),
    listen() {
      const heard: (ScanNews | Ending)[] = [];
      let wake: (() => void) | null = null;
      const take: Take = (news) => {
        heard.push(news);
        wake?.();
      };
      reading = take;
      return {
        async next(signal) {
          for (;;) {
            const news = heard.shift();
            if (news !== undefined) return news;
            if (signal.aborted) return { kind: 'ended' };
            await new Promise<void>((resolve) => {
              wake = resolve;
              signal.addEventListener('abort', () => resolve(), { once: true });
            });
          }
        },
        stop() {
          if (reading === take) reading = null;
          heard.length = 0;
        },
      };
    },
  };
}
