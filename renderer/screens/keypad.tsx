/** Ten digits and a way to take one back, laid out as on a telephone. */
import type { ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './keypad.css';

interface KeypadProps {
  /** What the erasing key says to the ear. */
  readonly erase: string;
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
  /** Nothing more fits: the digits rest, erasing stays. */
  readonly full: boolean;
}

export function Keypad({ erase, onDigit, onErase, full }: KeypadProps): ReactNode {
  const digit = (name: string): ReactNode => (
    <KioskPress
      key={name}
      look="key"
      pace="key"
      className="pad-key"
      does={() => {
        onDigit(name);
      }}
    >
      {name}
    </KioskPress>
  );
  return (
    <div className="keypad" data-full={full}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(digit)}
      <span />
      {digit('0')}
      <KioskPress look="key" pace="key" className="pad-key pad-erase" label={erase} does={onErase}>
        <Pictogram name="erase" />
      </KioskPress>
    </div>
  );
}
