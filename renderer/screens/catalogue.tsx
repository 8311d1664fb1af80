/** What can be done here: services by topic, each a card that says how long, how much, and whether now. */
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
