/** What stands in the way of every service: a full disk; of every case: not knowing the day. */
import { expect, test } from 'vitest';
import { joinAvailability } from './join-availability.ts';

function parts() {
  const listeners = new Set<() => void>();
  const onChange = (listen: () => void): (() => void) => {
    listeners.add(listen);
    return () => listeners.delete(listen);
  };
  const now = { full: false, wrong: null as 'behind' | 'ahead' | null };
  const availability = joinAvailability({
    devices: { lack: (need) => ({ fault: 'hub.away', reference: need }), onChange },
    room: { full: () => now.full, onChange },
    time: { state: () => ({ aheadMs: null, wrong: now.wrong }), onChange },
  });
  return { availability, now, listeners };
}

test('room and day are had until something is known against them', () => {
  const { availability, now } = parts();
  expect([availability.lack('Room'), availability.lack('Day')]).toEqual([null, null]);
  now.full = true;
  now.wrong = 'behind';
  expect(availability.lack('Room')).toEqual({ fault: 'store.full', reference: 'store.full' });
  expect(availability.lack('Day')).toEqual({ fault: 'clock.wrong', reference: 'clock.wrong/behind' });
  expect(availability.lack('CardReader')).toEqual({ fault: 'hub.away', reference: 'CardReader' });
});

test('whoever listens hears of all of them, and of none any more afterwards', () => {
  const { availability, listeners } = parts();
  let heard = 0;
  const stop = availability.onChange(() => (heard += 1));
  for (const listen of listeners) listen();
  stop();
  expect([heard > 0, listeners.size]).toEqual([true, 0]);
});
