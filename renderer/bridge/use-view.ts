/** The view to draw: asked for once after (re)loading, then pushed, and told back once it is painted. */
import { useEffect, useState } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { afterPaint } from './after-paint.ts';
import type { Kiosk } from './kiosk.ts';
import { loadLetters } from './load-letters.ts';

/** Null until the kiosk has answered for the first time. */
export function useView(kiosk: Kiosk): ScreenView | null {
  const [view, setView] = useState<ScreenView | null>(null);

  useEffect(() => {
    let newest = 0;
    const show = (next: ScreenView): void => {
      newest += 1;
      const turn = newest;
      // Letters first, so that text is never drawn twice; a later view overtakes one that still waits.
      const ready = loadLetters(next);
      if (ready === null) setView(next);
      else void ready.then(() => turn === newest && setView(next));
    };
    const stop = kiosk.onView(show);
    kiosk.view().then(
      // A push that came first is newer than this answer.
      (first) => newest === 0 && show(first),
      (error: unknown) => void kiosk.trouble(`no first view: ${String(error)}`),
    );
    return stop;
  }, [kiosk]);

  const revision = view?.revision ?? null;
  useEffect(() => {
    if (revision === null) return;
    return afterPaint(() => void kiosk.painted(revision));
  }, [kiosk, revision]);

  return view;
}
