/** What systemd hears of a kiosk, and when it hears nothing. */
import { describe, expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { notifySystemd } from './notify-systemd.ts';

const SYSTEMD = { NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '30000000' };

function notes(environment: Readonly<Record<string, string | undefined>>, reached = true) {
  const clock = new HandClock();
  const sent: string[] = [];
  const logged: string[] = [];
  const systemd = notifySystemd({
    environment,
    clock,
    log: (event) => logged.push(event),
    send: async (state) => {
      sent.push(state);
      if (!reached) throw new Error('no such program');
    },
  });
  return { clock, sent, logged, systemd };
}

/** Lets what was promised run. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('a kiosk under systemd', () => {
  test('is ready with its first picture, once', () => {
    const { systemd, sent } = notes(SYSTEMD);
    systemd.ready();
    systemd.ready();
    expect(sent).toEqual(['READY=1']);
  });

  test('lives three times in the patience of systemd, as long as the store answers', async () => {
    const { systemd, sent, clock } = notes(SYSTEMD);
    systemd.watch(() => Promise.resolve());
    for (const seconds of [10, 10, 10]) {
      await settle();
      clock.forward(seconds * 1000);
    }
    await settle();
    expect(sent).toEqual(Array(4).fill('WATCHDOG=1'));
  });

  test('is silent while the store does not answer, and alive again when it does', async () => {
    const { systemd, sent, clock } = notes(SYSTEMD);
    const slow = Promise.withResolvers<void>();
    systemd.watch(() => slow.promise);
    await settle();
    clock.forward(60_000);
    await settle();
    expect(sent).toEqual([]);
    slow.resolve();
    await settle();
    expect(sent).toEqual(['WATCHDOG=1']);
  });

  test('does not call itself alive when the store fails', async () => {
    const { systemd, sent, logged, clock } = notes(SYSTEMD);
    systemd.watch(() => Promise.reject(new Error('the store is gone')));
    await settle();
    clock.forward(10_000);
    await settle();
    expect([sent, logged]).toEqual([[], ['systemd.notAlive', 'systemd.notAlive']]);
  });

  test('goes on when systemd can not be reached, and notes it down', async () => {
    const { systemd, logged, clock } = notes(SYSTEMD, false);
    systemd.watch(() => Promise.resolve());
    await settle();
    clock.forward(10_000);
    await settle();
    expect(logged).toEqual(['systemd.notReached', 'systemd.notReached']);
  });
});

test.each([{}, { NOTIFY_SOCKET: '/run/systemd/notify' }, { WATCHDOG_USEC: '30000000' }])(
  'started by %j, nobody is told what nobody asked for',
  async (environment) => {
    const { systemd, sent } = notes(environment);
    systemd.watch(() => Promise.resolve());
    await settle();
    expect(sent).toEqual([]);
  },
);
