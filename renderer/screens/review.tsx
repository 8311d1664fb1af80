/** Everything given so far, before it is handed in: read it, correct it, declare it. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
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
              <div key={row.label} className="review-row">
                <dt>{row.label}</dt>
                <dd className="review-value">{row.value}</dd>
                {row.edit !== null && (
                  <dd>
                    <KioskPress look="secondary" does={row.edit.intent} label={`${row.edit.label} ${row.label}`}>
                      <Pictogram name="edit" />
                      <span>{row.edit.label}</span>
                    </KioskPress>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Frame>
  );
}
