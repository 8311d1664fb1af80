/** The time of the hall, to compare the marks on the pages with. */
import { useEffect, useState, type ReactNode } from 'react';
import { usePanel } from './panel-context.tsx';
import { timeOf } from './times.ts';

export function PanelClock(): ReactNode {
  const { clock } = usePanel();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => clock.after(1_000, () => setNow(clock.now())), [clock, now]);
  return <time className="panel-clock">{timeOf(now)}</time>;
}
