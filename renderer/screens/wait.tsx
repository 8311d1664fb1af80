/** A wait that shows that something is happening and what. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Paragraphs } from './paragraphs.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { WaitStrokes } from './wait-strokes.tsx';
import './wait.css';

export function WaitScreen({ view, body }: ScreenProps<'wait'>): ReactNode {
  return (
    <Frame view={view}>
      <div className="wait stack">
        <WaitStrokes />
        {body.headline !== view.title && <h2>{body.headline}</h2>}
        <Paragraphs text={body.detail} />
      </div>
    </Frame>
  );
}
