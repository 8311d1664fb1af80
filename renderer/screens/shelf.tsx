/** One shelf of the catalogue: packages of what belongs together, then each service with what it takes and its badge. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { PackageOffer, ServiceOffer } from './offer-cards.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function ShelfScreen({ view, body }: ScreenProps<'shelf'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead secondary">{body.lead}</p>
      <ul className="topic-cards">
        {body.packages.map((offered) => (
          <li key={offered.title}>
            <PackageOffer offered={offered} />
          </li>
        ))}
        {body.cards.map((card) => (
          <li key={card.service}>
            <ServiceOffer card={card} open={body.open} />
          </li>
        ))}
      </ul>
    </Frame>
  );
}
