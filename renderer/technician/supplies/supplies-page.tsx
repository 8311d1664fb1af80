/** What runs out: how much is left, until when it lasts, and the button for a new one. */
import type { ReactNode } from 'react';
import type { LocalText } from '#contract/language.ts';
import type { Supply, SupplyUnit } from '#contract/technician/supplies.ts';
import type { Surroundings } from '../open-panel.tsx';
import { usePanel } from '../panel-context.tsx';
import { PanelFrame } from '../panel-frame.tsx';
import { Refused } from '../refused.tsx';
import { Sign } from '../sign.tsx';
import { agoOf } from '../times.ts';
import { useAsked } from '../use-asked.ts';
import { RenewSupply } from './renew-supply.tsx';
import { supplySign } from './supply-sign.ts';
import './supplies-page.css';
import { SupplyPlot } from './supply-plot.tsx';

const FRESH_MS = 5_000;

const UNITS: Readonly<Record<SupplyUnit, LocalText>> = {
  metre: { 'zh-CN': '米', en: 'm' },
  sheet: { 'zh-CN': '张', en: 'sheets' },
  percent: { 'zh-CN': '%', en: '%' },
  piece: { 'zh-CN': '件', en: 'pieces' },
};

export function SuppliesPage({ surroundings }: { readonly surroundings: Surroundings }): ReactNode {
  const { say } = usePanel();
  const { value, refusal, again } = useAsked('supplies.read', null, FRESH_MS);
  return (
    <PanelFrame place="supplies" title={say('耗材', 'Supplies')} {...surroundings}>
      <Refused refusal={refusal} />
      {value === null && <p>{say('正在查看……', 'Looking …')}</p>}
      {value?.length === 0 && <p>{say('这台机器没有耗材。', 'Nothing in this cabinet runs out.')}</p>}
      {value?.map((supply) => (
        <SupplyCard key={supply.id} supply={supply} renewed={again} />
      ))}
    </PanelFrame>
  );
}

function SupplyCard({ supply, renewed }: { readonly supply: Supply; readonly renewed: () => void }): ReactNode {
  const { say, tell, language, clock } = usePanel();
  const { condition, word } = supplySign(supply);
  const unit = tell(UNITS[supply.unit]);
  const amount = (count: number): string => `${round(count)} ${unit}`;
  const { forecast } = supply;
  return (
    <section className="card supply" aria-label={tell(supply.label)}>
      <div className="stack">
        <h2>{tell(supply.label)}</h2>
        <p className="supply-sign">
          <Sign condition={condition} word={tell(word)} />
        </p>
        <p className="supply-left">
          {supply.left === null
            ? say('还剩多少不清楚', 'Nobody knows how much is left')
            : say(`还剩约 ${amount(supply.left)}`, `About ${amount(supply.left)} left`)}
          {supply.perDay !== null && (
            <span className="secondary">
              {say(`，每天用 ${amount(supply.perDay)}`, `, ${amount(supply.perDay)} a day`)}
            </span>
          )}
        </p>
        <p>
          {forecast.kind === 'lasts'
            ? say(
                `预计还能用 ${round(forecast.days)} 天，到 ${forecast.until}`,
                `Days left: about ${round(forecast.days)}, until ${forecast.until}`,
              )
            : tell(forecast.why)}
        </p>
        {supply.renewedAt !== null && (
          <p className="secondary">
            {say(
              `上次换新：${agoOf(language, clock.now() - supply.renewedAt)}`,
              `New one put in ${agoOf(language, clock.now() - supply.renewedAt)}`,
            )}
          </p>
        )}
      </div>
      <SupplyPlot supply={supply} />
      {supply.full !== null && <RenewSupply supply={supply} holds={amount(supply.full)} renewed={renewed} />}
    </section>
  );
}

/** Whole numbers, but for what is nearly nothing. */
function round(count: number): string {
  return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : String(Math.round(count));
}
