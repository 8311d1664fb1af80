/** Something went wrong for this citizen: what, in plain words, what to do, and what to tell the phone service. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { Paragraphs } from './paragraphs.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './text-parts.css';

export function TroubleScreen({ view, body }: ScreenProps<'trouble'>): ReactNode {
  return (
    <Frame view={view}>
      <h2 className="outcome" data-tone="attention">
        <Pictogram name="attention" />
        <span>{body.headline}</span>
      </h2>
      <Paragraphs text={body.detail} />
      {body.reference !== '' && <p className="reference">{body.reference}</p>}
    </Frame>
  );
}
