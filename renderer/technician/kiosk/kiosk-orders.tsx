/** What a technician can ask of the kiosk as a whole: each with a button, and how it ended. */
import type { ReactNode } from 'react';
import type { ControlName, ControlReply } from '#contract/control.ts';
import { KioskPress } from '../../press/kiosk-press.tsx';
import { usePanel } from '../panel-context.tsx';
import { Refused } from '../refused.tsx';
import { UnderWay } from '../under-way.tsx';
import { useOrder, type Order } from '../use-order.ts';

export function KioskOrders(): ReactNode {
  const { say } = usePanel();
  const [release, send, outbox, audit] = [
    useOrder('release.check'),
    useOrder('outbox.kick'),
    useOrder('outbox.verify'),
    useOrder('audit.verify'),
  ];
  const chain = (fits: boolean, count: number, brokenAt: string | number | null): string =>
    fits
      ? say(`${count} 条都对`, `All ${count} fit`)
      : say(`从 ${brokenAt ?? '?'} 起不对`, `Broken at ${brokenAt ?? '?'}`);
  return (
    <div className="kiosk-orders">
      <KioskOrder
        words={say('查找新版本', 'Look for a new release')}
        order={release}
        give={() => release.give(null)}
        said={({ activated }) =>
          activated === null
            ? say('没有更新的版本', 'There is none')
            : say(`已换成第 ${activated} 版`, `Version ${activated} is in use now`)
        }
      />
      <KioskOrder
        words={say('立即发送', 'Send what waits')}
        order={send}
        give={() => send.give(null)}
        said={() => say('已开始发送，结果见上面的“待发队列”。', 'Begun; see Outbox above for what came of it.')}
      />
      <KioskOrder
        words={say('核对待发队列', 'Verify the outbox')}
        order={outbox}
        give={() => outbox.give(null)}
        said={(report) => chain(report.chain === 'ok', report.rows, report.brokenAt)}
      />
      <KioskOrder
        words={say('核对操作记录', 'Verify the audit')}
        order={audit}
        give={() => audit.give(null)}
        said={(report) => chain(report.chain === 'ok', report.entries, report.brokenAt)}
      />
    </div>
  );
}

interface KioskOrderProps<N extends ControlName> {
  readonly words: string;
  readonly order: Order<N>;
  readonly give: () => void;
  /** The reply in words. */
  readonly said: (reply: ControlReply<N>) => string;
}

function KioskOrder<N extends ControlName>({ words, order, give, said }: KioskOrderProps<N>): ReactNode {
  const answer = order.ended?.answer;
  return (
    <div className="kiosk-order">
      {order.underWay === null ? (
        <KioskPress look="secondary" does={give}>
          {words}
        </KioskPress>
      ) : (
        <UnderWay words={words} />
      )}
      {answer?.ok === false && <Refused refusal={answer.fault} />}
      {answer?.ok === true && <p role="status">{said(answer.value)}</p>}
    </div>
  );
}
