/** What belongs together, each with a way to choose it or leave it; all at once is the primary way. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './package.css';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark, Facts } from './service-parts.tsx';

export function PackageScreen({ view, body }: ScreenProps<'package'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead secondary">{body.lead}</p>
      <ul className="members">
        {body.members.map(({ card, inCart, toggle }) => (
          <li key={card.service} className="member card" data-chosen={inCart}>
            <h2 className="member-title">
              {inCart && (
                <span className="member-mark">
                  <Pictogram name="check" />
                </span>
              )}
              <span>{card.title}</span>
            </h2>
            <p>{card.summary}</p>
            <Facts facts={card.facts} />
            <div className="member-foot">
              <BadgeMark badge={card.badge} />
              <KioskPress look="secondary" does={toggle.intent} label={`${toggle.label} ${card.title}`}>
                <Pictogram name={inCart ? 'leave' : 'add'} />
                <span>{toggle.label}</span>
              </KioskPress>
            </div>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
