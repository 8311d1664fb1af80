/** The machine can't serve anyone now: said calmly, in every language it is given, with a reference for the technician. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { HallAtNight } from '../pictures/hall-at-night.tsx';
import './out-of-service.css';
import { Paragraphs } from './paragraphs.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './text-parts.css';

export function OutOfServiceScreen({ view, body }: ScreenProps<'outOfService'>): ReactNode {
  return (
    <Frame view={view}>
      <div className="dark-hall">
        <HallAtNight />
      </div>
      {body.headline !== view.title && <h2>{body.headline}</h2>}
      <Paragraphs text={body.detail} />
      {body.reference !== '' && <p className="reference secondary">{body.reference}</p>}
    </Frame>
  );
}
