/** Search: letters low under the hands, right above them what was typed, and above that the services it means. */
import type { ReactNode } from 'react';
import { QUERY_LENGTH } from '#contract/screen/intent.ts';
import { Frame } from '../frame/frame.tsx';
import { Words } from '../words/words.tsx';
import { LetterKeypad } from './letter-keypad.tsx';
import { PackageOffer, ServiceOffer } from './offer-cards.tsx';
import type { ScreenProps } from './screen-of.tsx';
import './search.css';
import { ShelfTiles } from './shelf-tiles.tsx';
import { useSearch } from './use-search.ts';

export function SearchScreen({ view, body }: ScreenProps<'search'>): ReactNode {
  const { draft, field, write, press, erase } = useSearch(view, body);
  const keys = (
    <>
      <input
        ref={field}
        className="search-field"
        value={draft}
        onChange={(event) => {
          write(event.target.value);
        }}
        aria-label={body.field}
        placeholder={body.field}
        maxLength={QUERY_LENGTH}
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
      />
      <LetterKeypad
        space={body.keys.space}
        erase={body.keys.erase}
        onKey={press}
        onErase={erase}
        full={draft.length >= QUERY_LENGTH}
      />
    </>
  );
  return (
    <Frame view={view} low={{ kind: 'keypad', content: keys }}>
      {body.advice !== null && (
        <section className="section" aria-live="polite">
          <h2>{body.advice.headline}</h2>
          <ul className="points">
            {body.advice.lines.map((line) => (
              <li key={line}>
                <Words text={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {body.hits.length > 0 && (
        <ul className="topic-cards">
          {body.hits.map((hit) => (
            <li key={hit.card.title}>
              {hit.kind === 'package' ? (
                <PackageOffer offered={hit.card} />
              ) : (
                <ServiceOffer card={hit.card} open={body.open} brief />
              )}
            </li>
          ))}
        </ul>
      )}
      {body.around !== null && (
        <section className="shelves">
          <h2>{body.around.title}</h2>
          <ShelfTiles tiles={body.around.tiles} />
        </section>
      )}
    </Frame>
  );
}
