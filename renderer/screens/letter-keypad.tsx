/** The letters as on every keyboard, in three rows; a space and the erasing key end the last one. */
import type { ReactNode } from 'react';
import { KioskPress } from '../press/kiosk-press.tsx';
import './code-keypad.css';
import { EraseKey, PadKey, type KeypadProps } from './keypad.tsx';
import './letter-keypad.css';

interface LetterKeypadProps extends KeypadProps {
  readonly space: string;
}

export function LetterKeypad({ space, erase, onKey, onErase, full }: LetterKeypadProps): ReactNode {
  const type = (name: string): void => {
    onKey(name.toLowerCase());
  };
  return (
    <div className="keypad code-keypad letter-keypad" data-full={full}>
      {[...'QWERTYUIOPASDFGHJKL'].map((name) => (
        <PadKey key={name} name={name} onKey={type} />
      ))}
      <EraseKey label={erase} onErase={onErase} />
      {[...'ZXCVBNM'].map((name) => (
        <PadKey key={name} name={name} onKey={type} />
      ))}
      <KioskPress
        look="key"
        pace="key"
        className="pad-key pad-space"
        does={() => {
          onKey(' ');
        }}
      >
        {space}
      </KioskPress>
    </div>
  );
}
