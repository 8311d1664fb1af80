/** Something to read before going on. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { SamplePaper } from '../pictures/sample-paper.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './text-parts.css';
import { Words } from '../words/words.tsx';

export function InfoScreen({ view, body }: ScreenProps<'info'>): ReactNode {
  return (
    <Frame view={view}>
      {body.paragraphs.map((paragraph) => (
        <p key={paragraph} className="lead">
          <Words text={paragraph} />
        </p>
      ))}
      {body.sample !== undefined && <SamplePaper {...body.sample} />}
      {body.points.length > 0 && (
        <ul className="points card">
          {body.points.map((point) => (
            <li key={point}>
              <Words text={point} />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
