/** A drawing of the cabinet's front: every device where it sits, with its sign and the number it has in the list. */
import type { ReactNode } from 'react';
import type { CabinetDevice, CabinetSpot, CabinetView } from '#contract/technician/cabinet.ts';
import { PICTOGRAM_PATHS } from '../../pictures/pictogram.tsx';
import { usePanel } from '../panel-context.tsx';
import { SIGNS } from '../sign.tsx';
import { conditionOf } from './condition-of.ts';

/** The cabinet's own measures in centimetres: as wide and as high as the commonest ones. */
const [WIDTH, HEIGHT] = [80, 170];
const across = (percent: number): number => (percent * WIDTH) / 100;
const down = (percent: number): number => (percent * HEIGHT) / 100;

/** The list beside it says the same in words: hidden from the ear. */
export function CabinetPicture({ view }: { readonly view: CabinetView }): ReactNode {
  const { say } = usePanel();
  return (
    <svg className="cabinet-picture" viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 8}`} aria-hidden="true">
      <rect className="cabinet-body" width={WIDTH} height={HEIGHT} rx="2.5" />
      <path className="cabinet-body" d={`M6 ${HEIGHT}v3h12v-3M${WIDTH - 18} ${HEIGHT}v3h12v-3`} />
      <Part spot={view.screen} className="cabinet-screen" />
      <text
        className="cabinet-screen-word"
        x={across(view.screen.x + view.screen.width / 2)}
        y={down(view.screen.y + view.screen.height / 2)}
      >
        {say('屏幕', 'Screen')}
      </text>
      {view.devices.map((device, index) => (
        <DeviceMark key={device.id} device={device} number={index + 1} />
      ))}
    </svg>
  );
}

function Part({ spot, className }: { readonly spot: CabinetSpot; readonly className: string }): ReactNode {
  const { x, y, width, height } = spot;
  return <rect className={className} x={across(x)} y={down(y)} width={across(width)} height={down(height)} rx="1.2" />;
}

/** Half the height of a sign, and how far number and sign stand from the middle. */
const [SIGN, APART] = [2.6, 4.5];

/** Number and sign stand side by side, in a narrow place one above the other. */
function DeviceMark({ device, number }: { readonly device: CabinetDevice; readonly number: number }): ReactNode {
  const { condition } = conditionOf(device);
  const { x, y, width, height } = device.spot;
  const [middle, level] = [across(x + width / 2), down(y + height / 2)];
  const narrow = across(width) < 4 * APART;
  const [dx, dy] = narrow ? [0, down(height) / 4.4] : [APART, 0];
  return (
    <g data-condition={condition}>
      <Part spot={device.spot} className="cabinet-device" />
      <text className="cabinet-number" x={middle - dx} y={level - dy}>
        {number}
      </text>
      <path
        className="cabinet-sign"
        d={PICTOGRAM_PATHS[SIGNS[condition]]}
        transform={`translate(${middle + dx - SIGN} ${level + dy - SIGN}) scale(${(2 * SIGN) / 24})`}
      />
    </g>
  );
}
