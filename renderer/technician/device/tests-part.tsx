/** The ladder of tests: what the device finds by itself, what a hand tries, and what only eyes can say. */
import { useState, type ReactNode } from 'react';
import { TEST_NAMES } from '#contract/devices/self-tests.table.ts';
import type { LocalText } from '#contract/language.ts';
import type { CabinetDevice, TestReport } from '#contract/technician/cabinet.ts';
import { KioskPress } from '../../press/kiosk-press.tsx';
import { usePanel } from '../panel-context.tsx';
import { Refused } from '../refused.tsx';
import { Sign } from '../sign.tsx';
import { useOrder, type Order } from '../use-order.ts';
import { UnderWay } from '../under-way.tsx';
import { isForEyes, outcomeOf } from './outcome-of.ts';

interface TestsPartProps {
  readonly device: CabinetDevice;
  /** Told when a test ended: the device may be in another state now. */
  readonly tested: () => void;
}

const INTERNAL: LocalText = { 'zh-CN': '内部自检', en: 'Self-test' };
export function TestsPart({ device, tested }: TestsPartProps): ReactNode {
  const { say, tell } = usePanel();
  const internal = useOrder('device.selfTest', tested);
  const external = useOrder('device.tryOut', tested);
  const busy = internal.underWay !== null || external.underWay !== null;
  return (
    <>
      <section className="card stack" aria-label={tell(INTERNAL)}>
        <h2>{tell(INTERNAL)}</h2>
        <p>
          {say(
            '设备自己检查自己，什么都不动，也不用人动手。',
            'The device checks itself: nothing moves, nobody is needed.',
          )}
        </p>
        <Rung
          start={say('开始自检', 'Start the self-test')}
          order={internal}
          busy={busy}
          give={() => internal.give({ device: device.id })}
          mine={() => true}
          trouble={device.trouble}
        />
      </section>
      {device.tests.map((test) => {
        const name = TEST_NAMES[test.command];
        const title = name === undefined ? test.command : tell(name);
        return (
          <section key={test.command} className="card stack" aria-label={title}>
            <h2>{title}</h2>
            {test.doing !== null && <p>{tell(test.doing)}</p>}
            <Rung
              start={title}
              order={external}
              busy={busy}
              give={() => external.give({ device: device.id, command: test.command })}
              mine={({ command }) => command === test.command}
              trouble={device.trouble}
              judge={<Judge device={device} command={test.command} look={test.look} />}
            />
          </section>
        );
      })}
      {device.tests.length === 0 && (
        <p className="secondary">{say('这台设备没有需要动手的测试。', 'There is no test by hand for this device.')}</p>
      )}
    </>
  );
}

interface RungProps<N extends 'device.selfTest' | 'device.tryOut'> {
  readonly start: string;
  readonly order: Order<N>;
  readonly busy: boolean;
  readonly give: () => void;
  /** Whether an order was this rung's. */
  readonly mine: (asked: NonNullable<Order<N>['underWay']>) => boolean;
  readonly trouble: CabinetDevice['trouble'];
  readonly judge?: ReactNode;
}

function Rung<N extends 'device.selfTest' | 'device.tryOut'>(props: RungProps<N>): ReactNode {
  const { start, order, busy, give, mine, trouble, judge } = props;
  const { say } = usePanel();
  if (order.underWay !== null && mine(order.underWay)) {
    return <UnderWay words={say('正在测试……', 'Testing …')} />;
  }
  const ended = order.ended !== null && mine(order.ended.asked) ? order.ended.answer : null;
  // The reply of both calls is a TestReport; the compiler doesn't see it through the name.
  const report = ended?.ok === true ? (ended.value as TestReport) : null;
  return (
    <>
      {ended?.ok === false && <Refused refusal={ended.fault} />}
      {report !== null && <Outcome report={report} trouble={trouble} />}
      {report !== null && isForEyes(report) && judge}
      <div className="panel-row">
        <KioskPress
          look="secondary"
          does={() => {
            if (!busy) give();
          }}
        >
          {ended === null ? start : say('再来一次', 'Once more')}
        </KioskPress>
      </div>
    </>
  );
}

function Outcome({ report, trouble }: { readonly report: TestReport } & Pick<CabinetDevice, 'trouble'>): ReactNode {
  const { say, tell } = usePanel();
  const took = `${(report.tookMs / 1_000).toFixed(1)} s`;
  const { condition, word, advice } = outcomeOf(report, trouble);
  return (
    <div role="status">
      <p className="test-outcome">
        <Sign condition={condition} word={tell(word)} /> <span className="secondary">{took}</span>
      </p>
      {advice !== null && <p>{tell(advice)}</p>}
      {report.fault !== null && (
        <p className="panel-code">
          {report.fault.code}
          {report.fault.detail !== null && say(` · 原文：${report.fault.detail}`, ` · ${report.fault.detail}`)}
        </p>
      )}
    </div>
  );
}

interface JudgeProps {
  readonly device: CabinetDevice;
  readonly command: string;
  readonly look: LocalText;
}

function Judge({ device, command, look }: JudgeProps): ReactNode {
  const { say, tell } = usePanel();
  const [said, setSaid] = useState<boolean | null>(null);
  const judge = useOrder('device.judge');
  const answer = (good: boolean) => () => {
    setSaid(good);
    judge.give({ device: device.id, command, good });
  };
  if (judge.ended?.answer.ok === true && said !== null) {
    return (
      <p role="status">
        <Sign
          condition={said ? 'well' : 'fault'}
          word={
            said
              ? say('您看过：正常。已记入历史。', 'You saw: good. Kept in the history.')
              : say('您看过：不正常。已记入历史。', 'You saw: not good. Kept in the history.')
          }
        />
      </p>
    );
  }
  return (
    <div className="stack test-look">
      <p className="lead">{tell(look)}</p>
      {judge.ended?.answer.ok === false && <Refused refusal={judge.ended.answer.fault} />}
      <div className="panel-row">
        <KioskPress look="primary" does={answer(true)}>
          {say('是，正常', 'Yes, good')}
        </KioskPress>
        <KioskPress look="secondary" does={answer(false)}>
          {say('不，有问题', 'No, something is wrong')}
        </KioskPress>
      </div>
    </div>
  );
}
