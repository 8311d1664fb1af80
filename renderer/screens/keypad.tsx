/** Ten digits and a way to take one back, laid out as on a telephone; a decimal point where amounts are typed. */
import type { ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './keypad.css';

export interface KeypadProps {
  /** What the erasing key says to the ear. */
  readonly erase: string;
  readonly onKey: (name: string) => void;
  readonly onErase: () => void;
  /** Nothing more fits: the keys rest, erasing stays. */
  readonly full: boolean;
}

interface NumberPadProps extends KeypadProps {
  /** What the key with the decimal point says to the ear; null: there is none. */
  readonly point: string | null;
}

export function Keypad({ erase, point, onKey, onErase, full }: NumberPadProps): ReactNode {
  const key = (name: string): ReactNode => <PadKey key={name} name={name} onKey={onKey} />;
  return (
    <div className="keypad" data-full={full}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(key)}
      {point === null ? <span /> : <PadKey name="." label={point} onKey={onKey} />}
      {key('0')}
      <EraseKey label={erase} onErase={onErase} />
    </div>
  );
}

interface PadKeyProps {
  readonly name: string;
  /** To the ear, where the sign itself says nothing. */
  readonly label?: string;
  readonly onKey: (name: string) => void;
}

export function PadKey({ name, label, onKey }: PadKeyProps): ReactNode {
  return (
    <KioskPress
      look="key"
      pace="key"
      className="pad-key"
      {...(label === undefined ? {} : { label })}
      does={() => {
        onKey(name);
      }}
    >
      {name}
    </KioskPress>
  );
}

export function EraseKey({ label, onErase }: { readonly label: string; readonly onErase: () => void }): ReactNode {
  return (
    <KioskPress look="key" pace="key" className="pad-key pad-erase" label={label} does={onErase}>
      <Pictogram name="erase" />
    </KioskPress>
  );
}
