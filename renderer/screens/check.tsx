/** Whether this person may have this service, why, and what else there is. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { Facts } from './service-parts.tsx';
import './text-parts.css';
import { Words } from '../words/words.tsx';

export function CheckScreen({ view, body }: ScreenProps<'check'>): ReactNode {
  const eligible = body.outcome === 'eligible';
  return (
    <Frame view={view}>
      <h2 className="outcome" data-tone={eligible ? 'calm' : 'attention'}>
        <Pictogram name={eligible ? 'check' : 'attention'} />
        <span>{body.headline}</span>
      </h2>
      {body.person.length > 0 && (
        <div className="card">
          <Facts facts={body.person} />
        </div>
      )}
      {body.reasons.length > 0 && <Points lines={body.reasons} />}
      {body.suggestions.length > 0 && (
        <div className="card">
          <Points lines={body.suggestions} />
        </div>
      )}
    </Frame>
  );
}

function Points({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul className="points">
      {lines.map((line) => (
        <li key={line}>
          <Words text={line} />
        </li>
      ))}
    </ul>
  );
}
