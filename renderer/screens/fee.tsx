/** What it costs, item by item, before anything is signed. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Words } from '../words/words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './totals.css';

export function FeeScreen({ view, body }: ScreenProps<'fee'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead">{body.lead}</p>
      {body.rows.length > 0 && (
        <dl className="totals card">
          {body.rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {body.notes.map((note) => (
        <p key={note}>
          <Words text={note} />
        </p>
      ))}
    </Frame>
  );
}
