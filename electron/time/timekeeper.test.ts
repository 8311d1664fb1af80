/** A clock that is wrong: known as soon as it can be, right by the hub's word, and never in a deadline. */
import { expect, test } from 'vitest';
import type { Clock } from '#contract/clock.ts';
import { KioskId } from '#contract/ids.ts';
import type { SignedFetch } from '../identity/signed-fetch.ts';
import { hearTime } from './hear-time.ts';
import { keepTime, type Timekeeper } from './timekeeper.ts';

const NOON = Date.UTC(2026, 10, 21, 4);
const A_DAY = 24 * 3_600_000;
const A_YEAR = 365 * A_DAY;

/** A machine whose clock can be set; its timers go off when time passes. */
function machine(now = NOON) {
  let wall = now;
  let ran = 0;
  let timers: { at: number; then: () => void }[] = [];
  const clock: Clock = {
    now: () => wall,
    monotonic: () => ran,
    after: (ms, then) => {
      const timer = { at: ran + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  };
  return {
    clock,
    set: (by: number) => {
      wall += by;
    },
    passes: (ms: number) => {
      wall += ms;
      ran += ms;
      const due = timers.filter(({ at }) => at <= ran);
      timers = timers.filter(({ at }) => at > ran);
      for (const { then } of due) then();
    },
    waiting: () => timers.length,
  };
}

function watched(clock: Clock): { time: Timekeeper; events: string[] } {
  const events: string[] = [];
  const time = keepTime(clock, (event, detail = {}) => events.push(`${event} ${JSON.stringify(detail)}`));
  time.onChange(() => events.push(`now ${time.state().wrong}`));
  return { time, events };
}

test('a clock that agrees with the hub is taken as it is', () => {
  const { clock, passes } = machine();
  const { time, events } = watched(clock);
  time.remember(NOON - A_DAY);
  time.hear(NOON + 20_000);
  passes(A_DAY);
  expect(time.now()).toBe(NOON + A_DAY);
  expect(time.state()).toEqual({ aheadMs: -20_000, wrong: null });
  expect(time.verdict()).toBe('ok');
  expect(events).toEqual([]);
});

test.each([
  ['a year back', -A_YEAR],
  ['ten years forward', 10 * A_YEAR],
  ['ten minutes forward', 600_000],
])('set %s while the hub is there: the day is the hub’s, and the technician can read by how much', (_, by) => {
  const { clock, set, passes } = machine();
  const { time, events } = watched(clock);
  time.hear(NOON);
  set(by);
  passes(5_000);
  expect(time.now()).toBe(NOON + 5_000);
  passes(0.25);
  expect(time.now()).toBe(NOON + 5_000);
  passes(-0.25);
  expect(time.state()).toEqual({ aheadMs: by, wrong: null });
  expect(time.verdict()).toBe('off');
  expect(events).toEqual([`clock.off {"aheadSeconds":${by / 1000}}`]);
  set(-by);
  passes(5_000);
  expect(time.now()).toBe(NOON + 10_000);
  expect(events.at(-1)).toBe('clock.right {"aheadSeconds":0}');
});

test.each([
  ['a year behind the hub’s last word', -A_YEAR, 'behind'],
  ['ten years ahead of it', 10 * A_YEAR, 'ahead'],
  ['a month ahead of it, as after a long time without a line', 30 * A_DAY, null],
])('a machine that wakes up %s, without a hub to ask', (_, by, wrong) => {
  const { time } = watched(machine(NOON + by).clock);
  time.remember(NOON);
  expect(time.state()).toEqual({ aheadMs: null, wrong });
  expect(time.verdict()).toBe(wrong === null ? 'unknown' : 'wrong');
});

test('a clock without a battery is found out also by a kiosk that never heard a hub', () => {
  const { time } = watched(machine(0).clock);
  expect(time.state().wrong).toBe('behind');
});

test('it is found out while it runs, and well again by itself: set right, or by the hub’s word', () => {
  const { clock, set, passes } = machine();
  const { time, events } = watched(clock);
  time.remember(NOON);
  set(-A_YEAR);
  passes(5_000);
  set(A_YEAR);
  passes(5_000);
  set(-A_YEAR);
  passes(5_000);
  time.hear(NOON + 15_000);
  expect(events.filter((event) => event.startsWith('now'))).toEqual([
    'now behind',
    'now null',
    'now behind',
    'now null',
  ]);
  expect(time.now()).toBe(NOON + 15_000);
});

test('deadlines don’t care', () => {
  const { clock, set, passes, waiting } = machine();
  const { time } = watched(clock);
  let over = 0;
  time.after(30_000, () => (over += 1));
  set(-A_YEAR);
  passes(29_999);
  expect(over).toBe(0);
  set(10 * A_YEAR);
  passes(1);
  expect([over, time.monotonic()]).toEqual([1, 30_000]);
  time.stop();
  expect(waiting()).toBe(0);
});

test('the hub’s time is in its answers, and only in those it means', async () => {
  const kiosk = KioskId.parse('0192e4a0-0000-4000-8000-000000000001');
  const heard: number[] = [];
  const answers = [
    new Response('{}', { headers: { date: new Date(NOON).toUTCString() } }),
    new Response('{}', { status: 502, headers: { date: new Date(0).toUTCString() } }),
    new Response('{}', { headers: { date: 'yesterday' } }),
    new Response('{}'),
  ];
  const fetch: SignedFetch = () => Promise.resolve(answers.shift() ?? Response.error());
  const listening = hearTime(fetch, (now) => heard.push(now));
  for (let asked = 0; asked < 4; asked += 1) await listening(`http://127.0.0.1:9/${kiosk}`, { method: 'GET' });
  expect(heard).toEqual([NOON]);
});
