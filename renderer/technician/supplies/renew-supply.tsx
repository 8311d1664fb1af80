/** “A new one was put in”: said twice, because the forecast begins anew with it. */
import { useCallback, useState, type ReactNode } from 'react';
import type { Supply } from '#contract/technician/supplies.ts';
import { KioskPress } from '../../press/kiosk-press.tsx';
import { usePanel } from '../panel-context.tsx';
import { Refused } from '../refused.tsx';
import { Sign } from '../sign.tsx';
import { useOrder } from '../use-order.ts';

interface RenewSupplyProps {
  readonly supply: Supply;
  /** What a new one holds, with its unit. */
  readonly holds: string;
  readonly renewed: () => void;
}

export function RenewSupply({ supply, holds, renewed }: RenewSupplyProps): ReactNode {
  const { say } = usePanel();
  const [asked, setAsked] = useState(false);
  const done = useCallback(() => {
    setAsked(false);
    renewed();
  }, [renewed]);
  const { give, ended, underWay } = useOrder('supply.renew', done);
  return (
    <div className="stack supply-renew">
      {ended?.answer.ok === false && <Refused refusal={ended.answer.fault} />}
      {ended?.answer.ok === true && !asked && (
        <p role="status">
          <Sign condition="well" word={say('记下了：已换新', 'Noted: a new one is in')} />
        </p>
      )}
      <div className="panel-row">
        {asked ? (
          <>
            <p className="lead">{say(`换上了整卷新的（${holds}）吗？`, `Is a whole new one in (${holds})?`)}</p>
            <KioskPress
              look="primary"
              does={() => {
                if (underWay === null) give({ supply: supply.id, amount: null });
              }}
            >
              {say('是，已换新', 'Yes, a new one')}
            </KioskPress>
            <KioskPress look="secondary" does={() => setAsked(false)}>
              {say('没有换', 'No')}
            </KioskPress>
          </>
        ) : (
          <KioskPress look="secondary" does={() => setAsked(true)}>
            {say('已换新……', 'New one put in …')}
          </KioskPress>
        )}
      </div>
    </div>
  );
}
