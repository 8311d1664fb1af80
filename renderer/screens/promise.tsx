/** What is promised before it is signed, and what a broken promise means: read on one page, signed on the next. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Words } from '../words/words.tsx';
import './promise.css';
import type { ScreenProps } from './screen-of.tsx';
import './text-parts.css';

export function PromiseScreen({ view, body }: ScreenProps<'promise'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead">
        <Words text={body.lead} />
      </p>
      <ul className="points card">
        {body.statements.map((statement) => (
          <li key={statement}>
            <Words text={statement} />
          </li>
        ))}
      </ul>
      <p className="promise-consequence">
        <Words text={body.consequence} />
      </p>
    </Frame>
  );
}
