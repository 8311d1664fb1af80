/** When a clock is said to be wrong: signatures are refused once it is five minutes off. */
import { expect, test } from 'vitest';
import { checkClock, clockByKiosk } from './check-hub.ts';
import { checkNode } from './check-machine.ts';

const NOON = 1_773_480_000_000;

test.each([
  [0, 'ok'],
  [59_000, 'ok'],
  [-61_000, 'warning'],
  [299_000, 'warning'],
  [301_000, 'failed'],
  [-31_536_000_000, 'failed'],
])('%i ms off is %s', (off, state) => {
  expect(checkClock(NOON, NOON + off).state).toBe(state);
});

test('without a hub to ask, nobody knows', () => {
  expect(checkClock(Number.NaN, NOON).state).toBe('unknown');
});

test.each([
  ['ok', 'ok'],
  ['off', 'warning'],
  ['wrong', 'failed'],
  ['unknown', 'unknown'],
] as const)('while the hub is away, a kiosk whose clock is %s is %s', (verdict, state) => {
  expect(clockByKiosk(verdict).state).toBe(state);
});

test('a Node that cannot run TypeScript by itself is too old', () => {
  expect([
    checkNode('24.21.0').state,
    checkNode('22.18.0').state,
    checkNode('22.12.0').state,
    checkNode('18.1.0').state,
  ]).toEqual(['ok', 'ok', 'failed', 'failed']);
});
