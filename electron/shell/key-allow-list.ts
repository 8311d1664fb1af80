/** Which keys reach the page: those that type, edit and move; no browser shortcut is among them. */

export interface KeyPress {
  /** As in KeyboardEvent.key. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Self-contained: ChromiumShell injects this function's source into the page. */
export function keyAllowed(press: KeyPress): boolean {
  const editing = ['Enter', 'Escape', 'Backspace', 'Delete', 'Tab', 'Shift', 'Home', 'End'];
  const moving = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  if (press.ctrl || press.alt || press.meta) return false;
  return press.key.length === 1 || editing.includes(press.key) || moving.includes(press.key);
}
