/** What can be done here, first page: the way to search, what others choose, then shelves as large tiles. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './catalogue.css';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark } from './service-parts.tsx';
import { ShelfTiles } from './shelf-tiles.tsx';

export function CatalogueScreen({ view, body }: ScreenProps<'catalogue'>): ReactNode {
  const { lead, search, popular, ways, tiles } = body;
  return (
    <Frame view={view}>
      <p className="lead secondary">{lead}</p>
      <KioskPress look="secondary" does={search.intent} className="open-search">
        <Pictogram name="search" />
        <span>{search.label}</span>
      </KioskPress>
      {popular.cards.length > 0 && (
        <section className="shelves">
          <h2>{popular.title}</h2>
          <ul className="tiles">
            {popular.cards.map(({ service, title, badge }) => (
              <li key={service}>
                <KioskPress look="card" does={{ kind: 'openService', service }} className="tile popular">
                  <span className="tile-label">{title}</span>
                  <BadgeMark badge={badge} />
                </KioskPress>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="shelves">
        <h2>{ways.title}</h2>
        {ways.buttons.length > 1 && (
          <div className="ways">
            {ways.buttons.map(({ button, chosen }) => (
              <KioskPress key={button.label} look="secondary" does={button.intent} chosen={chosen} className="way">
                {button.label}
              </KioskPress>
            ))}
          </div>
        )}
        <ShelfTiles tiles={tiles} />
      </section>
    </Frame>
  );
}
