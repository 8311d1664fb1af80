/** One device: how it is and what to do, its tests, what passes on its wire, and what it has done so far. */
import { useState, type ReactNode } from 'react';
import type { DeviceId } from '#contract/ids.ts';
import type { CabinetDevice } from '#contract/technician/cabinet.ts';
import { Pictogram } from '../../pictures/pictogram.tsx';
import { KioskPress } from '../../press/kiosk-press.tsx';
import { FRESH_MS } from '../cabinet/cabinet-page.tsx';
import type { Surroundings } from '../open-panel.tsx';
import { usePanel } from '../panel-context.tsx';
import { PanelFrame } from '../panel-frame.tsx';
import { Refused } from '../refused.tsx';
import { useAsked } from '../use-asked.ts';
import './device-page.css';
import { NumbersPart } from './numbers-part.tsx';
import { StatusPart } from './status-part.tsx';
import { TestsPart } from './tests-part.tsx';
import { TracePart } from './trace-part.tsx';

type Part = 'status' | 'tests' | 'trace' | 'numbers';

interface DevicePageProps {
  readonly surroundings: Surroundings;
  readonly device: DeviceId;
  readonly back: () => void;
  readonly moved: () => void;
}

export function DevicePage({ surroundings, device: id, back, moved }: DevicePageProps): ReactNode {
  const { say, tell } = usePanel();
  const [part, setPart] = useState<Part>('status');
  const { value, refusal, again } = useAsked('cabinet.view', null, FRESH_MS);
  const device = value?.devices.find((one) => one.id === id) ?? null;
  const open = (next: Part) => () => {
    setPart(next);
    moved();
  };
  const tab = (name: Part, words: string): ReactNode => (
    <KioskPress look="quiet" does={open(name)} className="part-press" chosen={part === name}>
      {words}
    </KioskPress>
  );
  const parts = (
    <div className="panel-row device-parts" role="group" aria-label={say('这台设备', 'This device')}>
      <KioskPress look="secondary" does={back} label={say('返回机柜', 'Back to the cabinet')}>
        <Pictogram name="back" />
      </KioskPress>
      {tab('status', say('状态', 'Status'))}
      {tab('tests', say('测试', 'Tests'))}
      {tab('trace', say('线路', 'Trace'))}
      {tab('numbers', say('统计', 'Numbers'))}
    </div>
  );
  return (
    <PanelFrame
      place={`device ${part}`}
      title={device === null ? id : tell(device.name)}
      high={parts}
      {...surroundings}
    >
      <Refused refusal={refusal} />
      {device !== null && <PartOf part={part} device={device} tested={again} />}
    </PanelFrame>
  );
}

interface PartOfProps {
  readonly part: Part;
  readonly device: CabinetDevice;
  readonly tested: () => void;
}

function PartOf({ part, device, tested }: PartOfProps): ReactNode {
  switch (part) {
    case 'status':
      return <StatusPart device={device} />;
    case 'tests':
      return <TestsPart device={device} tested={tested} />;
    case 'trace':
      return <TracePart device={device.id} />;
    case 'numbers':
      return <NumbersPart device={device.id} />;
    default:
      return part satisfies never;
  }
}
