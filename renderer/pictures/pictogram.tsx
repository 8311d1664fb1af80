/** Small signs beside words, never instead of them; all drawn with one line. */
import type { ReactNode } from 'react';
import './pictures.css';

/** Paths in a square of 24 units. */
export const PICTOGRAM_PATHS = {
  forward: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  leave: 'M6 6l12 12M18 6L6 18',
  erase: 'M9 5h11v14H9l-6-7zM12 9.5l5 5M17 9.5l-5 5',
  check: 'M5 12.5l4.5 4.5L19 7',
  search: 'M10.5 17.5a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM15.5 15.5L21 21',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  look: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 1 0-6 3 3 0 0 1 0 6z',
  help: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM9.3 9.6a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3 1-1.3 1.9M12 17.2v.1',
  info: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 11v6M12 7.2v.1',
  attention: 'M12 3.5L21.5 20h-19zM12 10v5M12 17.6v.1',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8.5 8.5l7 7M15.5 8.5l-7 7',
  moon: 'M19.5 14.5A8.2 8.2 0 0 1 9.5 4.5a8.2 8.2 0 1 0 10 10zM17 4v4M15 6h4',
  shield: 'M12 3l8 3v5c0 5-3.4 8.4-8 10-4.6-1.6-8-5-8-10V6zM8.5 12l2.5 2.5 4.5-5',
  basket: 'M3 10h18l-1.8 10H4.8zM8 10l4-6.5 4 6.5M9.5 13.5v3M14.5 13.5v3',
  together: 'M4 9.5h10.5V20H4zM9 9.5V4h11v10.5h-5.5',
  add: 'M12 5v14M5 12h14',
  cabinet: 'M6 3h12v18H6zM9 6h6v6H9zM9 15.5h2.5M9 18h6',
  roll: 'M8 4h9v13a3 3 0 0 1-3 3H6a2 2 0 0 0 2-2zM11 8h3.5M11 11.5h3.5M6 20a2 2 0 0 1-2-2v-1h4',
  clock: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 7v5l3.5 2.5',
  kiosk: 'M4 5h16v11H4zM9 20h6M12 16v4',
  stick: 'M9 10h6v11H9zM10 10V4h4v6M12 14v3',
  pause: 'M8.5 5v14M15.5 5v14',
  send: 'M4 12h13M13 7l5 5-5 5M20.5 5v14',
  receive: 'M20 12H7M11 7l-5 5 5 5M3.5 5v14',
  touch:
    'M9 13V5.5a1.8 1.8 0 0 1 3.6 0V11l4.8 1a2.4 2.4 0 0 1 1.9 2.6l-.5 3.4a3.5 3.5 0 0 1-3.5 3H12a4 4 0 0 1-3.1-1.5L5.4 15a1.7 1.7 0 0 1 2.4-2.4z',
} as const;

export type PictogramName = keyof typeof PICTOGRAM_PATHS;

export function Pictogram({ name }: { readonly name: PictogramName }): ReactNode {
  return (
    <svg className="pictogram" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PICTOGRAM_PATHS[name]} />
    </svg>
  );
}
