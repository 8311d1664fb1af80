/** Listens for the corner gesture on the whole window: by finger, or by keyboard with Home held and then End. */
import { useEffect, useEffectEvent } from 'react';
import type { Clock } from '#contract/clock.ts';
import type { PressGate } from '../press/press-gate.ts';
import {
  LASTS_MS,
  stepCorner,
  TAKES_THE_PRESS,
  type CornerEvent,
  type CornerPlace,
  type CornerState,
} from './corner-gesture.ts';

/** Side of the two corners, in millimetres of the picture: a gloved finger finds them, a hand that leans rarely does. */
const CORNER_MM = 25;
const KEYS: Readonly<Record<string, CornerPlace>> = { Home: 'hold', End: 'tap' };

/** Nothing of it is drawn. `html[data-corner]` says how far one is, for whoever tests it. */
export function useCorner(listening: boolean, clock: Clock, gate: PressGate, open: () => void): void {
  const opened = useEffectEvent(open);
  useEffect(() => {
    if (!listening) return;
    const root = document.documentElement;
    let state: CornerState = 'rest';
    let forget = (): void => {};
    let place: CornerPlace = 'elsewhere';

    const hear = (event: CornerEvent): void => {
      const before = state;
      state = stepCorner(state, event);
      if (state === before) return;
      forget();
      root.dataset['corner'] = state;
      if (TAKES_THE_PRESS.has(state)) gate.voidBegun();
      const lasts = LASTS_MS[state];
      forget = lasts === undefined ? () => {} : clock.after(lasts, () => hear({ kind: 'timePassed' }));
      if (state === 'open') opened();
    };
    const down = (at: CornerPlace): void => {
      place = at;
      hear({ kind: 'down', place: at });
    };
    const listeners = new AbortController();
    const on = <K extends keyof WindowEventMap>(name: K, listen: (event: WindowEventMap[K]) => void): void => {
      // Before anything on the page hears it, so that a press that belongs to the gesture is void by then.
      addEventListener(name, listen, { capture: true, signal: listeners.signal });
    };
    on('pointerdown', (event) => down(placeOf(event)));
    on('pointermove', (event) => {
      if (event.buttons !== 0 && placeOf(event) !== place) hear({ kind: 'strayed' });
    });
    on('pointerup', () => hear({ kind: 'up' }));
    on('pointercancel', () => hear({ kind: 'strayed' }));
    on('keydown', (event) => {
      if (!event.repeat) down(KEYS[event.key] ?? 'elsewhere');
    });
    on('keyup', () => hear({ kind: 'up' }));
    on('blur', ({ target }) => {
      // What lies under the finger may lose the focus; that breaks nothing off.
      if (target === window) hear({ kind: 'strayed' });
    });
    return () => {
      listeners.abort();
      forget();
      delete root.dataset['corner'];
    };
  }, [listening, clock, gate]);
}

/** The corner to hold is at the top left, the one to tap at the bottom right. */
function placeOf({ clientX, clientY }: PointerEvent): CornerPlace {
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  if (stage === undefined) return 'elsewhere';
  const widthMm = Number(getComputedStyle(document.documentElement).getPropertyValue('--machine-width-mm'));
  const side = (CORNER_MM * stage.width) / widthMm;
  const near = (distance: number): boolean => distance >= 0 && distance <= side;
  if (near(clientX - stage.left) && near(clientY - stage.top)) return 'hold';
  return near(stage.right - clientX) && near(stage.bottom - clientY) ? 'tap' : 'elsewhere';
}
