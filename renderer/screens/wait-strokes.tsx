/** Three strokes in motion: something is happening, and it is not the citizen's turn. */
import type { ReactNode } from 'react';
import './wait-strokes.css';

export function WaitStrokes(): ReactNode {
  return (
    <span className="wait-strokes" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
