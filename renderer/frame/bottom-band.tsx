/** The band where hands are: back and leave at the left, the ways onward at the right, the primary one outermost. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './bottom-band.css';
import { FurtherWays } from './further-ways.tsx';

interface BottomBandProps {
  readonly view: ScreenView;
  readonly onPrimary: (() => void) | undefined;
}

export function BottomBand({ view, onPrimary }: BottomBandProps): ReactNode {
  const { primary, back, leave, others } = view;
  if (primary === null && back === null && leave === null && others.length === 0) return <footer />;
  // With two ways out and one onward the row is full: the primary button keeps its corner, the others stand above it.
  const crowded = back !== null && leave !== null && primary !== null;
  const further = <FurtherWays others={others} />;
  return (
    <footer className="bottom-band">
      {crowded && others.length > 0 && <div className="band-others">{further}</div>}
      <div className="band-row">
        {back !== null && (
          <KioskPress look="secondary" does={back.intent} className="band-back">
            <Pictogram name="back" />
            <span>{back.label}</span>
          </KioskPress>
        )}
        {leave !== null && (
          <KioskPress look="quiet" does={leave.intent} className="band-leave">
            <Pictogram name="leave" />
            <span>{leave.label}</span>
          </KioskPress>
        )}
        <div className="band-onward">
          {!crowded && further}
          {primary !== null && (
            <KioskPress look="primary" does={onPrimary ?? primary.intent} className="band-primary">
              <span>{primary.label}</span>
              <Pictogram name="forward" />
            </KioskPress>
          )}
        </div>
      </div>
    </footer>
  );
}
