/** What can be done here: the way to search, packages of what belongs together, then services by topic. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './catalogue.css';
import { PackageOffer, ServiceOffer } from './offer-cards.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function CatalogueScreen({ view, body }: ScreenProps<'catalogue'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead secondary">{body.lead}</p>
      <KioskPress look="secondary" does={body.search.intent} className="open-search">
        <Pictogram name="search" />
        <span>{body.search.label}</span>
      </KioskPress>
      {body.packages.length > 0 && (
        <ul className="topic-cards">
          {body.packages.map((offered) => (
            <li key={offered.title}>
              <PackageOffer offered={offered} />
            </li>
          ))}
        </ul>
      )}
      {body.topics.map((topic) => (
        <section key={topic.title} className="topic">
          <h2>{topic.title}</h2>
          <ul className="topic-cards">
            {topic.cards.map((card) => (
              <li key={card.service}>
                <ServiceOffer card={card} open={body.open} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  );
}
