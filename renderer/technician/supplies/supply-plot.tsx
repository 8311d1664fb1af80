/** What is left over the next fortnight, as a line that falls to the day it runs out; nothing where nobody knows. */
import type { ReactNode } from 'react';
import type { Supply } from '#contract/technician/supplies.ts';
import { usePanel } from '../panel-context.tsx';

const DAYS = 14;
const [WIDTH, HEIGHT] = [100, 40];

/** The words beside it say the same: hidden from the ear. */
export function SupplyPlot({ supply }: { readonly supply: Supply }): ReactNode {
  const { say } = usePanel();
  const { left, perDay, full, unit } = supply;
  const whole = full ?? (unit === 'percent' ? 100 : null);
  if (left === null || perDay === null || whole === null) return null;
  const x = (day: number): number => (day / DAYS) * WIDTH;
  const y = (amount: number): number => HEIGHT - (Math.min(amount, whole) / whole) * HEIGHT;
  const ends = perDay === 0 ? DAYS : Math.min(DAYS, left / perDay);
  const atEnd = Math.max(0, left - perDay * ends);
  return (
    <figure className="supply-plot" aria-hidden="true">
      <svg viewBox={`-1 -2 ${WIDTH + 2} ${HEIGHT + 3}`}>
        {[0, 7, 14].map((day) => (
          <line key={day} className="supply-grid" x1={x(day)} x2={x(day)} y1="0" y2={HEIGHT} />
        ))}
        <line className="supply-grid" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <path className="supply-area" d={`M0 ${HEIGHT}V${y(left)}L${x(ends)} ${y(atEnd)}V${HEIGHT}z`} />
        <path className="supply-line" d={`M0 ${y(left)}L${x(ends)} ${y(atEnd)}`} />
        {ends < DAYS && <circle className="supply-end" cx={x(ends)} cy={HEIGHT} r="2" />}
      </svg>
      <figcaption>
        <span>{say('今天', 'today')}</span>
        <span>{say('7 天', '7 days')}</span>
        <span>{say('14 天', '14 days')}</span>
      </figcaption>
    </figure>
  );
}
