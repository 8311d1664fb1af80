/** What a device has done: counters for people, and over all its starts the numbers that a technician asks first. */
import type { ReactNode } from 'react';
import type { DeviceId } from '#contract/ids.ts';
import type { DeviceTotals } from '#contract/technician/totals.ts';
import { usePanel } from '../panel-context.tsx';
import { Refused } from '../refused.tsx';
import { dayOf, timeOf } from '../times.ts';
import { useAsked } from '../use-asked.ts';
import { DayBars } from './day-bars.tsx';

const FRESH_MS = 5_000;

export function NumbersPart({ device }: { readonly device: DeviceId }): ReactNode {
  const { say, tell } = usePanel();
  const counters = useAsked('counters.read', null, FRESH_MS);
  const statistics = useAsked('statistics.read', null, FRESH_MS);
  const counted = counters.value?.filter((counter) => counter.device === device) ?? [];
  const totals = statistics.value?.find((one) => one.device === device);
  return (
    <>
      <Refused refusal={counters.refusal ?? statistics.refusal} />
      {counted.length > 0 && (
        <table className="panel-table">
          <caption className="for-the-ear">{say('计数器', 'Counters')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('计数', 'Counter')}</th>
              <th scope="col" className="number">
                {say('今天', 'Today')}
              </th>
              <th scope="col" className="number">
                {say('近 14 天', '14 days')}
              </th>
              <th scope="col" className="number">
                {say('总计', 'In all')}
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.map((counter) => (
              <tr key={counter.what}>
                <th scope="row">{tell(counter.label)}</th>
                <td className="number">{counter.today}</td>
                <td className="number">{counter.lastFortnight}</td>
                <td className="number">{counter.total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {totals === undefined ? <p>{say('还没有统计。', 'Nothing was counted yet.')}</p> : <Totals totals={totals} />}
    </>
  );
}

function Totals({ totals }: { readonly totals: DeviceTotals }): ReactNode {
  const { say } = usePanel();
  const { total, pace, days, since } = totals;
  const rows: readonly (readonly [string, string | number])[] = [
    [say('命令', 'Commands'), total.commands],
    [say('失败的命令', 'Commands that failed'), total.faults],
    [say('询问次数', 'Questions on the wire'), total.questions],
    [say('重发次数', 'Asked again'), total.retries],
    [say('坏帧', 'Damaged frames'), total.damagedFrames],
    [say('重新连接', 'Connected anew'), total.reconnects],
    [
      say('平均应答', 'Mean answer'),
      pace === null ? say('不清楚', 'unknown') : `${pace.meanMs.toFixed(0)} ms · 99 %: ${pace.p99Ms.toFixed(0)} ms`,
    ],
  ];
  return (
    <>
      <h2>{say(`自 ${dayOf(since)} ${timeOf(since)} 起`, `Since ${dayOf(since)} ${timeOf(since)}`)}</h2>
      <table className="panel-table">
        <caption className="for-the-ear">{say('统计', 'Statistics')}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {days.length > 1 && <DayBars days={days} />}
    </>
  );
}
