/** The frame of every page of the panel: where one is on top, the page, and the ways to the other pages below. */
import { useEffect, useRef, type ReactNode } from 'react';
import { ScrollArea } from '../frame/scroll-area.tsx';
import { Pictogram, type PictogramName } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { usePanel } from './panel-context.tsx';
import './panel-frame.css';
import { PanelClock } from './panel-clock.tsx';

export interface Way {
  readonly sign: PictogramName;
  readonly words: string;
  readonly here: boolean;
  readonly go: () => void;
}

export interface PanelFrameProps {
  /** Changes with the page: the heading takes the focus then, so that keyboard and screen reader start there. */
  readonly place: string;
  readonly title: string;
  readonly children: ReactNode;
  /** Stays in sight above what scrolls, for example the parts of a page. */
  readonly high?: ReactNode;
  /** Stays in sight below it, for example a keypad. */
  readonly low?: ReactNode;
  readonly ways: readonly Way[];
  readonly corner: ReactNode;
}

export function PanelFrame({ place, title, children, high, low, ways, corner }: PanelFrameProps): ReactNode {
  const { say } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <div className="stage panel" data-place={place}>
      <header className="panel-top">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <PanelClock />
        {corner}
      </header>
      <main className="panel-middle" data-low={low !== undefined}>
        {high !== undefined && <div className="panel-high">{high}</div>}
        {/* A page that is opened begins at its top. */}
        <ScrollArea key={place}>{children}</ScrollArea>
        {low !== undefined && <div className="panel-low">{low}</div>}
      </main>
      <footer>
        {ways.length > 0 && (
          <nav className="panel-ways" aria-label={say('各页', 'Pages')}>
            {ways.map(({ sign, words, here, go }) => (
              <KioskPress key={words} look="bare" does={go} className="panel-way" chosen={here}>
                <Pictogram name={sign} />
                <span>{words}</span>
              </KioskPress>
            ))}
          </nav>
        )}
      </footer>
    </div>
  );
}
