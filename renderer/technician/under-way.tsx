/** Something is under way: a bar that moves, and the seconds that have passed. */
import { useEffect, useState, type ReactNode } from 'react';
import { usePanel } from './panel-context.tsx';
import './under-way.css';

export function UnderWay({ words }: { readonly words: string }): ReactNode {
  const { clock } = usePanel();
  const [begun] = useState(() => clock.monotonic());
  const [now, setNow] = useState(begun);
  useEffect(() => clock.after(1_000, () => setNow(clock.monotonic())), [clock, now]);
  return (
    <div className="under-way">
      <p>
        <span role="status">{words}</span>{' '}
        <span className="secondary" aria-hidden="true">
          {Math.floor((now - begun) / 1_000)} s
        </span>
      </p>
      <span className="under-way-bar" role="progressbar" aria-label={words}>
        <i />
      </span>
    </div>
  );
}
