/** Ways beside the primary one: in the band, or at the end of the page where so many in large letters would leave nothing to read. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { KioskPress } from '../press/kiosk-press.tsx';

type Ways = ScreenView['others'];

/** Two fit into the band in any letters; five in the largest cover half of the picture. */
const MOST_IN_BAND = 2;

export function standInPage({ scale, others }: Pick<ScreenView, 'scale' | 'others'>): boolean {
  return scale === 'lowVision' && others.length > MOST_IN_BAND;
}

export function FurtherWays({ others }: { readonly others: Ways }): ReactNode {
  return others.map((other) => (
    <KioskPress key={other.label} look="secondary" does={other.intent}>
      {other.label}
    </KioskPress>
  ));
}
