/** What was chosen, what all of it takes together, and what is asked only once because of that. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { Words } from '../words/words.tsx';
import './cart.css';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark } from './service-parts.tsx';
import './totals.css';

export function CartScreen({ view, body }: ScreenProps<'cart'>): ReactNode {
  if (body.empty !== null)
    return (
      <Frame view={view}>
        <div className="cart-empty">
          <Pictogram name="basket" />
          <p className="lead">{body.empty}</p>
        </div>
      </Frame>
    );
  return (
    <Frame view={view}>
      <p className="lead secondary">{body.lead}</p>
      <div className="cart-sheet">
        {' '}
        <ul className="cart-lines card">
          {body.lines.map(({ card, remove }) => (
            <li key={card.service} className="cart-line">
              <div className="cart-line-words">
                <h2>{card.title}</h2>
                <BadgeMark badge={card.badge} />
              </div>
              <KioskPress look="secondary" does={remove.intent} label={`${remove.label} ${card.title}`}>
                <Pictogram name="leave" />
                <span>{remove.label}</span>
              </KioskPress>
            </li>
          ))}
        </ul>
        <div className="cart-sum stack">
          {' '}
          {body.totals.length > 0 && (
            <dl className="totals">
              {body.totals.map((total) => (
                <div key={total.label}>
                  <dt>{total.label}</dt>
                  <dd>{total.value}</dd>
                </div>
              ))}
            </dl>
          )}
          {body.saved.length > 0 && (
            <ul className="cart-saved">
              {body.saved.map((line) => (
                <li key={line}>
                  <Pictogram name="check" />
                  <span>
                    <Words text={line} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>{' '}
    </Frame>
  );
}
