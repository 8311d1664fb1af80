/** Everything given so far, before it is handed in: read it, correct it, declare it. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { ReviewRow } from './review-row.tsx';
import './review.css';
import type { ScreenProps } from './screen-of.tsx';

export function ReviewScreen({ view, body }: ScreenProps<'review'>): ReactNode {
  return (
    <Frame view={view} low={{ kind: 'words', content: <p className="declaration">{body.declaration}</p> }}>
      {body.groups.map((group) => (
        <section key={group.title} className="section">
          <h2>{group.title}</h2>
          <dl className="review-rows card">
            {group.rows.map((row) => (
              <ReviewRow key={`${row.label}/${view.revision}`} row={row} />
            ))}
          </dl>
        </section>
      ))}
    </Frame>
  );
}
