/** Who knows the gesture gets in; hands that rest, wipe, tap and lean on the glass do not. */
import { expect, test } from 'vitest';
import { stepCorner, type CornerEvent, type CornerState } from './corner-gesture.ts';

const down = (place: 'hold' | 'tap' | 'elsewhere'): CornerEvent => ({ kind: 'down', place });
const [up, strayed, timePassed]: CornerEvent[] = [{ kind: 'up' }, { kind: 'strayed' }, { kind: 'timePassed' }];
if (up === undefined || strayed === undefined || timePassed === undefined) throw new Error('no events');

const after = (...events: CornerEvent[]): CornerState => events.reduce(stepCorner, 'rest');

test('hold, let go, tap opposite: open', () => {
  expect(after(down('hold'), timePassed, up, down('tap'), up)).toBe('open');
});

test.each<[string, CornerEvent[]]>([
  ['held too short', [down('hold'), up, down('tap'), up]],
  ['wiped over the corner', [down('hold'), strayed, up, down('tap'), up]],
  ['tapped too late', [down('hold'), timePassed, up, timePassed, down('tap'), up]],
  ['tapped somewhere else first', [down('hold'), timePassed, up, down('elsewhere'), up, down('tap'), up]],
  ['slid off the second corner', [down('hold'), timePassed, up, down('tap'), strayed, up]],
  ['the other order', [down('tap'), timePassed, up, down('hold'), up]],
  ['a second finger', [down('hold'), down('elsewhere'), timePassed, up, down('tap'), up]],
  ['both corners with two fingers', [down('hold'), timePassed, down('tap'), up]],
  ['tapping twice', [down('tap'), up, down('tap'), up]],
])('%s: nothing opens', (_, events) => {
  expect(after(...events)).not.toBe('open');
});

test('after a try that failed the next one counts', () => {
  expect(after(down('hold'), up, down('hold'), timePassed, up, down('tap'), up)).toBe('open');
  expect(after(down('hold'), timePassed, up, down('hold'), timePassed, up, down('tap'), up)).toBe('open');
});

test('no order of seven events opens it without a whole hold and a whole tap', () => {
  const events: CornerEvent[] = [down('hold'), down('tap'), down('elsewhere'), up, strayed, timePassed];
  const walk = (state: CornerState, path: readonly number[]): void => {
    if (state === 'open') {
      const kinds = path.map((at) => (events[at]?.kind === 'down' ? `down${at}` : events[at]?.kind));
      expect(kinds.slice(-2)).toEqual(['down1', 'up']);
      expect(kinds.join(' ')).toContain('down0 timePassed');
      return;
    }
    if (path.length === 7) return;
    for (const [at, event] of events.entries()) {
      const next = stepCorner(state, event);
      // What changes nothing is no part of a way.
      if (next !== state) walk(next, [...path, at]);
    }
  };
  walk('rest', []);
});
