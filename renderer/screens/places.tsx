/** The other places of the district: how far, when, and how to get there. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark, Facts } from './service-parts.tsx';
import './text-parts.css';

export function PlacesScreen({ view, body }: ScreenProps<'places'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead">{body.lead}</p>
      {body.places.map(({ name, badge, facts }) => (
        <section key={name} className="card stack">
          <h2>{name}</h2>
          <p className="card-foot">
            <BadgeMark badge={badge} />
          </p>
          <Facts facts={facts} />
        </section>
      ))}
    </Frame>
  );
}
