/** Content that may be longer than its place: dragged by a finger, moved by two large arrows, never cut off silently. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { KioskPress } from '../press/kiosk-press.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import './scroll-area.css';

/** One press moves most of a page, so that the last lines are still there to go on from. */
const PAGE = 0.8;

export function ScrollArea({ children }: { readonly children: ReactNode }): ReactNode {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const window = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [edge, setEdge] = useState<'top' | 'between' | 'bottom'>('top');

  const look = (): void => {
    const pane = window.current;
    if (pane === null) return;
    const below = pane.scrollHeight - pane.clientHeight - pane.scrollTop;
    setEdge(below <= 2 ? 'bottom' : pane.scrollTop <= 2 ? 'top' : 'between');
  };
  useLayoutEffect(() => {
    const measure = (): void => {
      if (outer.current === null || inner.current === null) return;
      setLong(inner.current.offsetHeight > outer.current.clientHeight + 1);
      look();
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of [outer.current, inner.current]) if (part !== null) observer.observe(part);
    return () => {
      observer.disconnect();
    };
  }, []);
  const move = (pages: number) => () => {
    const pane = window.current;
    pane?.scrollBy({ top: pages * PAGE * pane.clientHeight, behavior: 'smooth' });
  };

  return (
    <div ref={outer} className="scroll" data-long={long} data-edge={edge}>
      <div ref={window} className="scroll-window" onScroll={look} {...(long ? { tabIndex: 0 } : {})}>
        <div ref={inner} className="scroll-content stack">
          {children}
        </div>
      </div>
      {long && (
        <div className="scroll-arrows" aria-hidden="true">
          <KioskPress look="secondary" pace="key" does={move(-1)} fingersOnly className="scroll-up">
            <Pictogram name="up" />
          </KioskPress>
          <KioskPress look="secondary" pace="key" does={move(1)} fingersOnly className="scroll-down">
            <Pictogram name="down" />
          </KioskPress>
        </div>
      )}
    </div>
  );
}
