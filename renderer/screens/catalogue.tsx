/** What can be done here: packages of what belongs together first, then services by topic, each a card that says how long, how much, and whether now. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './catalogue.css';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark, Facts, type CardShown } from './service-parts.tsx';

export function CatalogueScreen({ view, body }: ScreenProps<'catalogue'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead secondary">{body.lead}</p>
      {body.packages.length > 0 && (
        <ul className="topic-cards">
          {body.packages.map((offered) => (
            <li key={offered.title}>
              <PackagePress offered={offered} />
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
                <ServicePress card={card} open={body.open} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  );
}

type Offered = ScreenProps<'catalogue'>['body']['packages'][number];

function PackagePress({ offered }: { readonly offered: Offered }): ReactNode {
  return (
    <KioskPress look="card" does={offered.open.intent} className="service-card package-card">
      <span className="package-words">
        <Pictogram name="together" />
        <span className="package-text">
          <span className="service-title">{offered.title}</span>
          <span className="service-summary">{offered.summary}</span>
        </span>
      </span>
      <span className="service-open">
        {offered.open.label}
        <Pictogram name="forward" />
      </span>
    </KioskPress>
  );
}

function ServicePress({ card, open }: { readonly card: CardShown; readonly open: string }): ReactNode {
  return (
    <KioskPress look="card" does={{ kind: 'openService', service: card.service }} className="service-card">
      <span className="service-title">{card.title}</span>
      <span className="service-summary">{card.summary}</span>
      <Facts facts={card.facts} />
      <span className="service-foot">
        <BadgeMark badge={card.badge} />
        <span className="service-open">
          {open}
          <Pictogram name="forward" />
        </span>
      </span>
    </KioskPress>
  );
}
