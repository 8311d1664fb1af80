/** Shelves as large tiles: a name, and how much stands there. */
import type { ReactNode } from 'react';
import { KioskPress } from '../press/kiosk-press.tsx';
import './catalogue.css';
import type { ScreenProps } from './screen-of.tsx';

interface ShelfTilesProps {
  readonly tiles: ScreenProps<'catalogue'>['body']['tiles'];
}

export function ShelfTiles({ tiles }: ShelfTilesProps): ReactNode {
  return (
    <ul className="tiles">
      {tiles.map(({ label, note, intent }) => (
        <li key={label}>
          <KioskPress look="card" does={intent} className="tile shelf-tile">
            <span className="tile-label">{label}</span>
            <span className="tile-note">{note}</span>
          </KioskPress>
        </li>
      ))}
    </ul>
  );
}
