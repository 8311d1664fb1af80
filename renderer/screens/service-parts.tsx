/** What the catalogue and a service's own page both show of a service: its badge and its facts. */
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Badge, Fact, ServiceCard } from '#contract/screen/parts.ts';
import { TONE_PICTOGRAMS } from '../frame/notice-banner.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import './service-parts.css';

export type CardShown = Readonly<z.infer<typeof ServiceCard>>;

export function BadgeMark({ badge }: { readonly badge: Readonly<z.infer<typeof Badge>> }): ReactNode {
  return (
    <span className="badge" data-tone={badge.tone}>
      <Pictogram name={badge.tone === 'calm' ? 'check' : TONE_PICTOGRAMS[badge.tone]} />
      <span>{badge.text}</span>
    </span>
  );
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
