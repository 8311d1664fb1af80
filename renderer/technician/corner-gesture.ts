/** The hidden way to the technician's page: hold one corner for three seconds, let go, tap the opposite one. Pure. */

/** Where a finger or a key is: in the corner to hold, in the corner to tap, or anywhere else. */
export type CornerPlace = 'hold' | 'tap' | 'elsewhere';

/** `strayed`: the finger left the place it went down in, or the press was broken off. */
export type CornerEvent =
  | { readonly kind: 'down'; readonly place: CornerPlace }
  | { readonly kind: 'up' }
  | { readonly kind: 'strayed' }
  | { readonly kind: 'timePassed' };

export type CornerState = 'rest' | 'holding' | 'held' | 'waiting' | 'tapping' | 'open';

/** How long each state lasts before `timePassed`; a state that isn't here lasts until something is done. */
export const LASTS_MS: Partial<Readonly<Record<CornerState, number>>> = { holding: 3_000, waiting: 6_000 };

/** From then on what the finger does means the gesture and nothing on the page. */
export const TAKES_THE_PRESS: ReadonlySet<CornerState> = new Set<CornerState>(['held', 'open']);

export function stepCorner(state: CornerState, event: CornerEvent): CornerState {
  if (event.kind === 'down') {
    // A second finger, or a key beside a finger, is no part of a gesture for one.
    if (state === 'waiting' && event.place === 'tap') return 'tapping';
    return (state === 'rest' || state === 'waiting') && event.place === 'hold' ? 'holding' : 'rest';
  }
  if (event.kind === 'strayed') return state === 'waiting' ? 'waiting' : 'rest';
  switch (state) {
    case 'holding':
      return event.kind === 'timePassed' ? 'held' : 'rest';
    case 'held':
      return event.kind === 'up' ? 'waiting' : 'held';
    case 'waiting':
      return event.kind === 'timePassed' ? 'rest' : 'waiting';
    case 'tapping':
      return event.kind === 'up' ? 'open' : 'tapping';
    case 'rest':
    case 'open':
      return 'rest';
    default:
      return state satisfies never;
  }
}
