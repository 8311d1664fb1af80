/** The end: what to take along, and that nothing of the citizen stays here. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { TakeThingsPicture } from '../pictures/take-things.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './goodbye.css';
import './text-parts.css';
import { Words } from '../words/words.tsx';

export function GoodbyeScreen({ view, body }: ScreenProps<'goodbye'>): ReactNode {
  return (
    <Frame view={view}>
      <div className="goodbye-picture">
        <TakeThingsPicture />
      </div>
      {body.headline !== view.title && <h2 className="lead">{body.headline}</h2>}
      <ul className="points lead">
        {body.reminders.map((reminder) => (
          <li key={reminder}>
            <Words text={reminder} />
          </li>
        ))}
      </ul>
    </Frame>
  );
}
