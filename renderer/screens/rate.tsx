/** How it was: five levels, worded nationally, each one touch. Nobody has to. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Face } from '../pictures/face.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './rate.css';
import type { ScreenProps } from './screen-of.tsx';

export function RateScreen({ view, body }: ScreenProps<'rate'>): ReactNode {
  return (
    <Frame view={view}>
      {body.question !== view.title && <p className="lead">{body.question}</p>}
      <div className="levels">
        {body.levels.map(({ level, label }) => (
          <KioskPress key={level} look="card" className="level" does={{ kind: 'rate', service: body.service, level }}>
            <Face level={level} />
            <span>{label}</span>
          </KioskPress>
        ))}
      </div>
    </Frame>
  );
}
