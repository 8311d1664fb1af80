/** The kiosk closes while there is still some room, opens again with more than that, and takes up its ballast then. */
import { expect, test } from 'vitest';
import { makeHandClock } from '#fixtures/store/hand-clock.ts';
import type { Room } from './store-calls.ts';
import { watchRoom } from './watch-room.ts';

const MEGABYTE = 1024 * 1024;

test('closed below 32 MB, open again from 64 MB on, with ballast', async () => {
  const clock = makeHandClock();
  let room: Room = { freeBytes: 500 * MEGABYTE, ballast: true };
  const events: string[] = [];
  const watch = watchRoom({
    store: Promise.resolve({
      room: () => Promise.resolve(room),
      takeUpBallast: async () => {
        events.push('takes up ballast');
        room = { ...room, ballast: true };
        return null;
      },
    }),
    clock,
    log: (event, detail) => events.push(`${event} ${JSON.stringify(detail)}`),
  });
  watch.onChange(() => events.push(watch.full() ? 'closed' : 'open'));
  const looks = async (freeMb: number, ballast = room.ballast): Promise<void> => {
    const next = await clock.timer(() => true);
    room = { freeBytes: freeMb * MEGABYTE, ballast };
    next.fire();
    await clock.timer(() => true);
  };
  await looks(33);
  await looks(31);
  await looks(12, false);
  await looks(63);
  expect(watch.full()).toBe(true);
  await looks(64);
  expect(watch.full()).toBe(false);
  expect(events).toEqual([
    'store.full {"freeMb":31}',
    'closed',
    'store.hasRoom {"freeMb":64}',
    'open',
    'takes up ballast',
  ]);
  watch.stop();
  expect(clock.timers.size).toBe(0);
});

test('a start writes no ballast: the first look only looks', async () => {
  const clock = makeHandClock();
  let taken = 0;
  const room = { freeBytes: 500 * MEGABYTE, ballast: false };
  const store = Promise.resolve({
    room: () => Promise.resolve(room),
    takeUpBallast: async () => {
      taken += 1;
      return null;
    },
  });
  watchRoom({ store, clock, log: () => {} });
  const next = await clock.timer(() => true);
  expect(taken).toBe(0);
  next.fire();
  await clock.timer(() => true);
  expect(taken).toBe(1);
});
