/** What holds on every page, in one line each: one only practises, acts for somebody else, or isn't alone. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { Words } from '../words/words.tsx';
import './marks.css';

export function Marks({ marks }: { readonly marks: ScreenView['marks'] }): ReactNode {
  return marks.map(({ kind, text }) => (
    <p key={kind} className="mark" data-mark={kind}>
      <Words text={text} />
    </p>
  ));
}
