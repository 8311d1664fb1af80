/** A line that several devices share: opened once, spoken on in turn, closed when the last one lets go. */
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { nextTurn } from '../conformance/pass-time.ts';
import { ScriptedWire } from '../conformance/scripted-wire.ts';
import { shareLines } from './shared-line.ts';

const ADDRESS = { path: '/dev/line', baudRate: 9600 };
const never = new AbortController().signal;

async function twoOnALine() {
  const wires: ScriptedWire[] = [];
  const open = shareLines(() => {
    const wire = new ScriptedWire();
    wires.push(wire);
    return Promise.resolve(ok(wire));
  });
  const [one, two] = await Promise.all([open(ADDRESS), open(ADDRESS)]);
  if (!one.ok || !two.ok) throw new Error('not opened');
  return { wires, open, one: one.value, two: two.value };
}

test('opened once; who speaks hears, and the other waits for its turn', async () => {
  const { wires, one, two } = await twoOnALine();
  expect(wires).toHaveLength(1);
  const heard: string[] = [];
  one.onBytes((bytes) => heard.push(`one ${bytes[0]}`));
  two.onBytes((bytes) => heard.push(`two ${bytes[0]}`));
  const first = Promise.withResolvers<void>();
  const order: string[] = [];
  const speaking = one.turn(
    async () => {
      order.push('one begins');
      await first.promise;
      order.push('one ends');
    },
    never,
    () => undefined,
  );
  const waiting = two.turn(
    () => {
      order.push('two');
      wires[0]?.say(Uint8Array.of(2));
      return Promise.resolve();
    },
    never,
    () => undefined,
  );
  await nextTurn();
  wires[0]?.say(Uint8Array.of(1));
  first.resolve();
  await Promise.all([speaking, waiting]);
  wires[0]?.say(Uint8Array.of(3));
  expect(order).toEqual(['one begins', 'one ends', 'two']);
  expect(heard).toEqual(['one 1', 'two 2']);
});

test('a turn that fails gives the line to the next', async () => {
  const { one, two } = await twoOnALine();
  const failing = one.turn(
    () => Promise.reject(new Error('no')),
    never,
    () => undefined,
  );
  await expect(failing).rejects.toThrow('no');
  const spoken = two.turn(
    () => Promise.resolve('two'),
    never,
    () => 'given up',
  );
  expect(await spoken).toBe('two');
});

test('who waits may give up', async () => {
  const { one, two } = await twoOnALine();
  void one.turn(
    () => new Promise<void>(() => undefined),
    never,
    () => undefined,
  );
  const controller = new AbortController();
  const waiting = two.turn(
    () => Promise.resolve('spoke'),
    controller.signal,
    () => 'gave up',
  );
  controller.abort();
  expect(await waiting).toBe('gave up');
});

test('it is closed with the last, and then opened anew', async () => {
  const { wires, open, one, two } = await twoOnALine();
  let gone = 0;
  two.onClosed(() => (gone += 1));
  await one.close();
  expect(await one.write(Uint8Array.of(1), 10)).toBe('closed');
  expect(await two.write(Uint8Array.of(1), 10)).toBe('taken');
  await two.close();
  expect(gone).toBe(1);
  expect(await wires[0]?.write(Uint8Array.of(1), 10)).toBe('closed');
  await open(ADDRESS);
  expect(wires).toHaveLength(2);
});

test('a pulled cable is lost for all of them', async () => {
  const { wires, open, one, two } = await twoOnALine();
  const gone: string[] = [];
  one.onClosed(() => gone.push('one'));
  two.onClosed(() => gone.push('two'));
  wires[0]?.unplug();
  expect(gone).toEqual(['one', 'two']);
  await open(ADDRESS);
  expect(wires).toHaveLength(2);
});

test('a line has one speed', async () => {
  const { open } = await twoOnALine();
  expect(await open({ ...ADDRESS, baudRate: 19200 })).toMatchObject({ ok: false, fault: { reason: 'refused' } });
});
