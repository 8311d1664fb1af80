/** What is done between commands: not for a device whose cable is away, and again once it is back. */
import { expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { nextTurn } from '../conformance/pass-time.ts';
import { ScriptedWire } from '../conformance/scripted-wire.ts';
import { serveDevice } from './serve-device.ts';
import { makeStatusBoard } from './status-board.ts';

test('a device that wants to be tended at once is left alone while its cable is away', async () => {
  const clock = new HandClock();
  const board = makeStatusBoard(clock, []);
  let wire: ScriptedWire | null = new ScriptedWire();
  let turns = 0;
  let asked = 0;
  const driver = serveDevice(
    {
      deviceClass: 'Auxiliaries',
      board,
      open: () => Promise.resolve(wire ? ok(wire) : fail({ reason: 'missing' as const, detail: 'unplugged' })),
      connect: () => 'line',
      selfTest: () => {
        board.learn('online', 'polled');
        return Promise.resolve(ok(null));
      },
      commands: {},
      timedOut: () => ({ code: 'auxiliaries.silent', completion: 'timeOut' }),
      tend: {
        everyMs: () => {
          asked += 1;
          return turns === 0 ? 0 : null;
        },
        turn: () => Promise.resolve((turns += 1)),
      },
    },
    { id: 'door', clock, log: () => undefined },
  );
  const pass = async (seconds: number): Promise<void> => {
    for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
      await nextTurn();
      clock.forward(100);
    }
  };
  await nextTurn();
  wire.unplug();
  wire = null;
  driver.claimed();
  await pass(20);
  expect({ turns, often: asked > 5 }).toEqual({ turns: 0, often: false });
  wire = new ScriptedWire();
  await pass(40);
  expect(turns).toBe(1);
  await driver.close();
});
