/** What can be chosen, as cards: one large target each, whose last line says what a touch does. */
import type { ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './offer-cards.css';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark, Facts, type CardShown } from './service-parts.tsx';

type Offered = ScreenProps<'shelf'>['body']['packages'][number];

export function PackageOffer({ offered }: { readonly offered: Offered }): ReactNode {
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

interface ServiceOfferProps {
  readonly card: CardShown;
  readonly open: string;
  /** Without its facts, where several are compared at a glance: they stand on the service's own page. */
  readonly brief?: boolean;
}

export function ServiceOffer({ card, open, brief = false }: ServiceOfferProps): ReactNode {
  return (
    <KioskPress look="card" does={{ kind: 'openService', service: card.service }} className="service-card">
      <span className="service-title">{card.title}</span>
      <span className="service-summary">{card.summary}</span>
      {!brief && <Facts facts={card.facts} />}
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
