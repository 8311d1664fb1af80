/** Hardware keyboards and number pads type too, wherever the focus is. */
import { useEffect, useEffectEvent } from 'react';

export interface TypingKeys {
  press(key: string): void;
  erase(): void;
}

/** `letters`: capital letters, or a decimal point, that may be typed besides digits. */
export function useKeyboard(listening: boolean, letters: string, keys: TypingKeys): void {
  const hear = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toUpperCase();
    if (key.length === 1 && `0123456789${letters}`.includes(key)) keys.press(key);
    else if (event.key === 'Backspace') keys.erase();
  });
  useEffect(() => {
    if (!listening) return;
    const listen = (event: KeyboardEvent): void => {
      hear(event);
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, [listening]);
}
