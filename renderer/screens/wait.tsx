/** A wait that shows that something is happening and what. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Paragraphs } from './paragraphs.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './wait.css';

export function WaitScreen({ view, body }: ScreenProps<'wait'>): ReactNode {
  return (
    <Frame view={view}>
      <div className="wait stack">
        <span className="wait-strokes" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {body.headline !== view.title && <h2>{body.headline}</h2>}
        <Paragraphs text={body.detail} />
      </div>
    </Frame>
  );
}
