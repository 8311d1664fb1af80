/** What is promised before it is signed, and what a broken promise means: read on this page, signed on the next. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Words } from '../words/words.tsx';
import { PromisedWords } from './promised-words.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function PromiseScreen({ view, body }: ScreenProps<'promise'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead">
        <Words text={body.lead} />
      </p>
      <PromisedWords promised={body} />
    </Frame>
  );
}
