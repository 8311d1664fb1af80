/** Commands of each day as bars, those that failed dark at their feet; the numbers stand below for those who can't see bars. */
import type { ReactNode } from 'react';
import type { DeviceTotals } from '#contract/technician/totals.ts';
import { usePanel } from '../panel-context.tsx';
import './day-bars.css';

const DAYS = 7;
const [WIDTH, HEIGHT] = [100, 30];

export function DayBars({ days }: Pick<DeviceTotals, 'days'>): ReactNode {
  const { say } = usePanel();
  const shown = days.slice(0, DAYS).toReversed();
  const highest = Math.max(1, ...shown.map(({ sums }) => sums.commands));
  const step = WIDTH / DAYS;
  return (
    <figure className="day-bars">
      <figcaption>
        {say('每天的命令；粉红部分和括号里是失败的', 'Commands a day; what failed is pink, and in brackets')}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ day, sums }, index) => {
          const [whole, failed] = [sums.commands, sums.faults].map((count) => (count / highest) * HEIGHT);
          if (whole === undefined || failed === undefined) return null;
          const x = index * step + 1;
          return (
            <g key={day}>
              <rect className="day-bar" x={x} y={HEIGHT - whole} width={step - 2} height={whole} />
              <rect className="day-bar-failed" x={x} y={HEIGHT - failed} width={step - 2} height={failed} />
            </g>
          );
        })}
      </svg>
      <ol>
        {shown.map(({ day, sums }) => (
          <li key={day}>
            <span>{day.slice(5)}</span>
            <strong>
              {sums.commands}
              {sums.faults > 0 && ` (${sums.faults})`}
            </strong>
          </li>
        ))}
      </ol>
    </figure>
  );
}
