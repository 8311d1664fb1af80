/** The machine as a whole: its checks with what to do, its versions, and the few things that can be asked of it. */
import type { ReactNode } from 'react';
import { kioskChecks, type KioskCheck } from '#contract/technician/kiosk-checks.ts';
import type { MachineReport } from '#contract/technician/machine.ts';
import type { Surroundings } from '../open-panel.tsx';
import { usePanel } from '../panel-context.tsx';
import { PanelFrame } from '../panel-frame.tsx';
import { Refused } from '../refused.tsx';
import { Sign } from '../sign.tsx';
import { useAsked } from '../use-asked.ts';
import { KioskOrders } from './kiosk-orders.tsx';
import './kiosk-page.css';

const FRESH_MS = 3_000;

export function KioskPage({ surroundings }: { readonly surroundings: Surroundings }): ReactNode {
  const { say } = usePanel();
  const kiosk = useAsked('kiosk.report', null, FRESH_MS);
  const outbox = useAsked('outbox.report', null, FRESH_MS);
  const machine = useAsked('machine.report', null, FRESH_MS);
  const checks = kioskChecks({ kiosk: kiosk.value, outbox: outbox.value, machine: machine.value });
  return (
    <PanelFrame place="kiosk" title={say('整机', 'Kiosk')} {...surroundings}>
      <Refused refusal={kiosk.refusal ?? outbox.refusal ?? machine.refusal} />
      {checks.length === 0 && <p>{say('正在检查……', 'Checking …')}</p>}
      <ul className="checks">
        {checks.map((check) => (
          <CheckLine key={check.name.en} check={check} />
        ))}
      </ul>
      <KioskOrders />
      {machine.value !== null && <Versions machine={machine.value} />}
    </PanelFrame>
  );
}

function CheckLine({ check }: { readonly check: KioskCheck }): ReactNode {
  const { tell } = usePanel();
  return (
    <li>
      <span className="check-name">{tell(check.name)}</span>
      <Sign condition={check.condition} word={tell(check.word)} />
      {check.hint !== null && <span className="check-hint">→ {tell(check.hint)}</span>}
    </li>
  );
}

function Versions({ machine }: { readonly machine: MachineReport }): ReactNode {
  const { say } = usePanel();
  const { versions, uptimeMs, memory } = machine;
  const rows = [
    ['Yeban', versions.yeban],
    ['Node', versions.node],
    ...(versions.electron === null ? [] : [['Electron', versions.electron]]),
    [say('系统', 'System'), versions.system],
    [
      say('开机', 'Running for'),
      say(`${(uptimeMs / 3_600_000).toFixed(1)} 小时`, `${(uptimeMs / 3_600_000).toFixed(1)} h`),
    ],
    [say('自助机用的内存', 'Memory of the kiosk'), `${Math.round(memory.kioskBytes / 1_000_000)} MB`],
  ];
  return (
    <dl className="kiosk-versions secondary">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
