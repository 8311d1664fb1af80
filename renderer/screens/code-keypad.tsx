/** Digits in the first row, the letters a number can hold below, ten in a row; the erasing key ends the last one. */
import type { ReactNode } from 'react';
import './code-keypad.css';
import { EraseKey, PadKey, type KeypadProps } from './keypad.tsx';

interface CodeKeypadProps extends KeypadProps {
  /** In the order they are shown. */
  readonly letters: string;
}

export function CodeKeypad({ letters, erase, onKey, onErase, full }: CodeKeypadProps): ReactNode {
  return (
    <div className="keypad code-keypad" data-full={full}>
      {[...'1234567890', ...letters].map((name) => (
        <PadKey key={name} name={name} onKey={onKey} />
      ))}
      <EraseKey label={erase} onErase={onErase} />
    </div>
  );
}
