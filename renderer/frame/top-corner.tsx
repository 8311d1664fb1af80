/** The top edge: where one is, and always in the same corner language, text size and help. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './top-corner.css';

export function TopCorner({ view }: { readonly view: ScreenView }): ReactNode {
  const { language, languages, scale, scales, labels, help, station, cart } = view;
  return (
    <div className="top-corner">
      <p className="station">
        <Pictogram name="moon" />
        <span>{station}</span>
      </p>
      {cart !== null && (
        <KioskPress look="quiet" className="corner-press corner-cart" does={cart.open.intent}>
          <Pictogram name="basket" />
          <span aria-hidden="true">{cart.count}</span>
          <span className="for-the-ear">{cart.open.label}</span>
        </KioskPress>
      )}
      {languages.length > 1 && (
        <div role="group" aria-label={labels.language} className="corner-group">
          {languages
            .filter((offered) => offered.language !== language)
            .map((offered) => (
              <KioskPress
                key={offered.language}
                look="quiet"
                className="corner-press"
                does={{ kind: 'language', language: offered.language }}
              >
                <span lang={offered.language}>{offered.label}</span>
              </KioskPress>
            ))}
        </div>
      )}
      {scales.length > 1 && (
        <div role="group" aria-label={labels.scale} className="corner-group scales">
          {scales.map((offered) => (
            <KioskPress
              key={offered.scale}
              look="quiet"
              className={`corner-press letter-${offered.scale}`}
              label={offered.label}
              chosen={offered.scale === scale}
              does={{ kind: 'scale', scale: offered.scale }}
            >
              <span aria-hidden="true">{language === 'zh-CN' ? '字' : 'A'}</span>
            </KioskPress>
          ))}
        </div>
      )}
      {help.label !== '' && (
        <KioskPress look="quiet" className="corner-press" does={{ kind: 'help', open: true }}>
          <Pictogram name="help" />
          <span>{help.label}</span>
        </KioskPress>
      )}
    </div>
  );
}
