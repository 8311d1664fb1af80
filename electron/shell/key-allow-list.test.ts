/** Which keys a citizen can press. */
import { describe, expect, test } from 'vitest';
import { keyAllowed } from './key-allow-list.ts';

const plain = { ctrl: false, alt: false, meta: false };

describe('keys', () => {
  test.each(['a', '7', '王', ' ', 'Enter', 'Escape', 'Tab', 'Backspace', 'ArrowDown'])('%s reaches the page', (key) => {
    expect(keyAllowed({ ...plain, key })).toBe(true);
  });

  test.each([
    'F1',
    'F5',
    'F11',
    'F12',
    'ContextMenu',
    'BrowserBack',
    'PrintScreen',
    'Alt',
    'Control',
    'Meta',
    'Unidentified',
  ])('%s does not', (key) => {
    expect(keyAllowed({ ...plain, key })).toBe(false);
  });

  test.each(['ctrl', 'alt', 'meta'] as const)('nothing goes through while %s is held', (modifier) => {
    expect(keyAllowed({ ...plain, key: 't', [modifier]: true })).toBe(false);
    expect(keyAllowed({ ...plain, key: 'Enter', [modifier]: true })).toBe(false);
  });
});
