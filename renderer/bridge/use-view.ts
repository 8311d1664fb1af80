/** The view to draw: asked for once after (re)loading, then pushed, and told back once it is painted. */
import { useEffect, useState } from 'react';
import { nameOfError } from '#contract/name-of-error.ts';
import type { ScreenView } from '#contract/screen.ts';
import { afterPaint } from './after-paint.ts';
import type { Kiosk } from './kiosk.ts';
import { loadLetters } from './load-letters.ts';

export interface ShownView {
  /** Null until the kiosk has answered for the first time. */
  readonly view: ScreenView | null;
  /** False while a newer view waits for its letters. */
  readonly settled: boolean;
}

export function useView(kiosk: Kiosk): ShownView {
  const [view, setView] = useState<ScreenView | null>(null);
  const [settled, setSettled] = useState(true);

  useEffect(() => {
    let newest = 0;
    const show = (next: ScreenView): void => {
      newest += 1;
      const turn = newest;
      // Letters first, so that text is never drawn twice; a later view overtakes one that still waits.
      const ready = loadLetters(next);
      const draw = (): void => {
        if (turn !== newest) return;
        setView(next);
        setSettled(true);
      };
      if (ready === null) draw();
      else {
        setSettled(false);
        void ready.then(draw);
      }
    };
    const stop = kiosk.onView(show);
    kiosk.view().then(
      // A push that came first is newer than this answer.
      (first) => newest === 0 && show(first),
      (error: unknown) => void kiosk.trouble(`no first view: ${nameOfError(error)}`),
    );
    return stop;
  }, [kiosk]);

  const revision = view?.revision ?? null;
  useEffect(() => {
    if (revision === null) return;
    return afterPaint(() => void kiosk.painted(revision));
  }, [kiosk, revision]);

  return { view, settled };
}
