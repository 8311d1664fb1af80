/** The first page: the cabinet as one stands before it, and each device with its sign, its word and its number. */
import type { ReactNode } from 'react';
import type { DeviceId } from '#contract/ids.ts';
import type { CabinetDevice } from '#contract/technician/cabinet.ts';
import { KioskPress } from '../../press/kiosk-press.tsx';
import type { Surroundings } from '../open-panel.tsx';
import { usePanel } from '../panel-context.tsx';
import { PanelFrame } from '../panel-frame.tsx';
import { Refused } from '../refused.tsx';
import { Sign } from '../sign.tsx';
import { useAsked } from '../use-asked.ts';
import './cabinet-page.css';
import { CabinetPicture } from './cabinet-picture.tsx';
import { conditionOf } from './condition-of.ts';

export const FRESH_MS = 2_000;

interface CabinetPageProps {
  readonly surroundings: Surroundings;
  readonly open: (device: DeviceId) => void;
}

export function CabinetPage({ surroundings, open }: CabinetPageProps): ReactNode {
  const { say } = usePanel();
  const { value, refusal } = useAsked('cabinet.view', null, FRESH_MS);
  return (
    <PanelFrame place="cabinet" title={say('机柜', 'Cabinet')} {...surroundings}>
      <Refused refusal={refusal} />
      {value === null ? (
        <p>{say('正在查看各设备……', 'Looking at the devices …')}</p>
      ) : (
        <>
          <Summary devices={value.devices} />
          <div className="cabinet-halves">
            <CabinetPicture view={value} />
            <ol className="cabinet-list">
              {value.devices.map((device, index) => (
                <li key={device.id}>
                  <DevicePress device={device} number={index + 1} open={() => open(device.id)} />
                </li>
              ))}
            </ol>
          </div>
        </>
      )}
    </PanelFrame>
  );
}

function Summary({ devices }: { readonly devices: readonly CabinetDevice[] }): ReactNode {
  const { say } = usePanel();
  const conditions = devices.map((device) => conditionOf(device).condition);
  const count = (wanted: string): number => conditions.filter((one) => one === wanted).length;
  const [faults, looks, unknown] = [count('fault'), count('attention'), count('unknown')];
  return (
    <p className="cabinet-summary" role="status">
      {faults + looks + unknown === 0 && <Sign condition="well" word={say('全部正常', 'All well')} />}
      {faults > 0 && <Sign condition="fault" word={say(`${faults} 个故障`, `${faults} with a fault`)} />}
      {looks > 0 && <Sign condition="attention" word={say(`${looks} 个请留意`, `${looks} to look at`)} />}
      {unknown > 0 && <Sign condition="unknown" word={say(`${unknown} 个不清楚`, `${unknown} unknown`)} />}
    </p>
  );
}

interface DevicePressProps {
  readonly device: CabinetDevice;
  readonly number: number;
  readonly open: () => void;
}

function DevicePress({ device, number, open }: DevicePressProps): ReactNode {
  const { tell } = usePanel();
  const { condition, word } = conditionOf(device);
  return (
    <KioskPress look="card" does={open} className="device-press">
      <span className="device-number" data-condition={condition}>
        {number}
      </span>
      <span className="device-words">
        <strong>{tell(device.name)}</strong>
        <Sign condition={condition} word={tell(word)} />
      </span>
    </KioskPress>
  );
}
