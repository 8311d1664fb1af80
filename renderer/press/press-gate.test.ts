/** The gate keeps trembling hands from pressing twice and moving screens from being pressed by accident. */
import { expect, test } from 'vitest';
import type { Clock } from '#contract/clock.ts';
import { PAUSE_MS, PressGate } from './press-gate.ts';

/** A clock that moves only when told. */
function handClock(): Clock & { pass(ms: number): void } {
  let now = 0;
  let waiting: { readonly at: number; readonly then: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now,
    after: (ms, then) => {
      const entry = { at: now + ms, then };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    pass: (ms) => {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { then } of due) then();
    },
  };
}

test('a second tap of a trembling hand is dropped, a meant second press counts', () => {
  const clock = handClock();
  const gate = new PressGate(clock);
  expect(gate.admit(gate.begin(1), 1, 'screen')).toBe(true);
  clock.pass(PAUSE_MS.screen - 1);
  expect(gate.admit(gate.begin(2), 2, 'screen')).toBe(false);
  clock.pass(1);
  expect(gate.admit(gate.begin(2), 2, 'screen')).toBe(true);
});

test('a press that began on another view does nothing', () => {
  const gate = new PressGate(handClock());
  expect(gate.admit(gate.begin(1), 2, 'screen')).toBe(false);
  expect(gate.admit(null, 2, 'screen')).toBe(false);
});

test('a dropped press does not make the next one wait', () => {
  const gate = new PressGate(handClock());
  expect(gate.admit(gate.begin(1), 2, 'screen')).toBe(false);
  expect(gate.admit(gate.begin(2), 2, 'screen')).toBe(true);
});

test('the same digit may be typed twice quickly, but a bouncing panel types it once', () => {
  const clock = handClock();
  const gate = new PressGate(clock);
  expect(gate.admit(gate.begin(1), 1, 'key')).toBe(true);
  clock.pass(PAUSE_MS.key - 1);
  expect(gate.admit(gate.begin(1), 1, 'key')).toBe(false);
  clock.pass(1);
  expect(gate.admit(gate.begin(1), 1, 'key')).toBe(true);
});

test('who listens hears the gate shut and open again', () => {
  const clock = handClock();
  const heard: boolean[] = [];
  const gate = new PressGate(clock, (open) => heard.push(open));
  gate.admit(gate.begin(1), 1, 'screen');
  expect(heard).toEqual([false]);
  clock.pass(PAUSE_MS.screen);
  expect(heard).toEqual([false, true]);
});

test('a press that turns out to mean something else does not count, the one after it does', () => {
  const gate = new PressGate(handClock());
  const begun = gate.begin(1);
  gate.voidBegun();
  expect(gate.admit(begun, 1, 'screen')).toBe(false);
  expect(gate.admit(gate.begin(1), 1, 'screen')).toBe(true);
});

test('a timer that comes a hair before its time opens the gate all the same', () => {
  const clock = handClock();
  const heard: boolean[] = [];
  const early: Clock = { ...clock, after: (ms, then) => clock.after(ms - 0.1, then) };
  const gate = new PressGate(early, (open) => heard.push(open));
  gate.admit(gate.begin(1), 1, 'screen');
  clock.pass(PAUSE_MS.screen - 0.1);
  expect(heard).toEqual([false, true]);
  expect(gate.admit(gate.begin(2), 2, 'screen')).toBe(true);
});
