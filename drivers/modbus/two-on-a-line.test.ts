/** A light board and a board with contacts on one RS-485 line: each does its work, and one that dies is not the other's trouble. */
import { afterEach, expect, test } from 'vitest';
import { DeviceConfig } from '#contract/config.ts';
import type { Json } from '#contract/json.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { simulatedModbusLine } from '#fixtures/simulators/modbus/model.ts';
import { openDriver } from '../catalog.ts';
import { MemoryCable } from '../conformance/memory-cable.ts';
import { passTime } from '../conformance/pass-time.ts';
import type { Driver } from '../driver.ts';
import { machineCables } from '../transport/cables.ts';
import { shareLines } from '../transport/shared-line.ts';

const LIGHTS = DeviceConfig.parse({
  id: 'lights',
  class: 'Lights',
  model: 'lights-modbus',
  path: '/dev/line',
  settings: {
    unit: 1,
    lights: {
      cardReader: { coil: 0 },
      receiptPrinter: { coil: 1 },
      coinAcceptor: { coil: 4 },
      statusGood: { register: 2 },
      statusBad: { register: 3, rates: { off: 10, slow: 11, medium: 12, quick: 13, continuous: 14 } },
    },
  },
});
const CONTACTS = DeviceConfig.parse({
  id: 'contacts',
  class: 'Auxiliaries',
  model: 'io-modbus',
  path: '/dev/line',
  settings: { unit: 2, door: { address: 0, inverted: true }, presence: { read: 'register', address: 3, from: 100 } },
});

const open: Driver[] = [];
let passing = new HandClock();
afterEach(async () => {
  for (const driver of open.splice(0)) await passTime(passing, driver.close());
});

async function setUp(settings: Readonly<Record<string, Json>> = {}) {
  const clock = new HandClock();
  passing = clock;
  const line = simulatedModbusLine.make({
    clock,
    settings,
    write: (bytes) => cable.say(bytes),
    tell: () => undefined,
  });
  const cable = new MemoryCable(
    clock,
    () => line.baudRate,
    (bytes) => line.hear(bytes),
  );
  const frame = {
    cables: { ...machineCables, lines: shareLines(cable.cables.bytes) },
    tapFor: () => (wire: Parameters<ReturnType<Parameters<typeof openDriver>[1]['tapFor']>>[0]) => wire,
    clock,
    log: () => undefined,
  };
  const lights = await openDriver(LIGHTS, frame);
  const contacts = await openDriver(CONTACTS, frame);
  open.push(lights, contacts);
  const later = (ms: number) => passTime(clock, new Promise<void>((resolve) => clock.after(ms, resolve)));
  await later(1_000);
  return {
    line,
    cable,
    later,
    lights,
    contacts,
    set: (position: string, flashRate: string) =>
      passTime(clock, lights.perform('setLight', { position, flashRate, colour: 'green' }, { timeoutMs: 5_000 })),
    run: (driver: Driver, command: string) => passTime(clock, driver.perform(command, {}, { timeoutMs: 5_000 })),
    board: (unit: number) => line.order({ do: 'look', unit }) as { coils: number[]; registers: number[] },
    value: (name: string) => contacts.status().values[name]?.value,
  };
}

test('a light goes on, others stay; all go off', async () => {
  const { set, run, board, lights } = await setUp();
  expect(await set('cardReader', 'continuous')).toEqual({ ok: true, value: null });
  expect(await set('statusGood', 'slow')).toEqual({ ok: true, value: null });
  expect(await set('statusBad', 'quick')).toEqual({ ok: true, value: null });
  expect(board(1)).toEqual({ coils: [1, 0, 0, 0, 0, 0, 0, 0], registers: [0, 0, 1, 13, 0, 0, 0, 0] });
  expect(await set('documentCamera', 'slow')).toMatchObject({ ok: false, fault: { completion: 'unsupportedCommand' } });
  expect(await run(lights, 'allOff')).toEqual({ ok: true, value: null });
  expect(board(1)).toEqual({ coils: [0, 0, 0, 0, 0, 0, 0, 0], registers: [0, 0, 0, 10, 0, 0, 0, 0] });
});

test('a lamp that only knows on and off is made to blink, until it is told otherwise', async () => {
  const { set, board, later } = await setUp();
  await set('coinAcceptor', 'medium');
  const seen: (number | undefined)[] = [];
  for (let n = 0; n < 40; n += 1) {
    await later(100);
    seen.push(board(1).coils[4]);
  }
  expect(new Set(seen)).toEqual(new Set([0, 1]));
  await set('coinAcceptor', 'off');
  await later(3_000);
  expect(board(1).coils[4]).toBe(0);
});

test('nothing of one citizen shines on for the next', async () => {
  const { set, board, later, lights } = await setUp();
  await set('cardReader', 'continuous');
  lights.claimed();
  await later(2_000);
  expect(board(1).coils[0]).toBe(0);
});

test('a board that was silent when the holder left is darkened when it answers again, or before the next light', async () => {
  for (const wait of [0, 10_000]) {
    const { line, set, board, later, lights } = await setUp();
    await set('cardReader', 'continuous');
    line.behave({ dead: [1] });
    lights.released();
    await later(3_000);
    expect(board(1).coils[0]).toBe(1);
    line.behave({ dead: [] });
    await later(wait);
    if (wait === 0) await set('receiptPrinter', 'continuous');
    expect(board(1).coils.slice(0, 2)).toEqual([0, wait === 0 ? 1 : 0]);
    await later(20_000);
    expect(board(1).coils.slice(0, 2)).toEqual([0, wait === 0 ? 1 : 0]);
  }
});

test('door and presence are known within a second, while lights are set', async () => {
  const { line, later, value, set } = await setUp();
  expect([value('door'), value('presence')]).toEqual(['open', 'notPresent']);
  line.order({ do: 'input', unit: 2, address: 0, on: true });
  line.order({ do: 'register', unit: 2, address: 3, value: 140 });
  await Promise.all([later(1_000), set('cardReader', 'quick')]);
  expect([value('door'), value('presence')]).toEqual(['closed', 'present']);
});

test.each([
  ['as usual', {}],
  ['every reply twice', { twice: true }],
  ['noise before every reply', { 'garbage-before': true }],
])('%s: a hundred lights and looks in each other’s way, none mixed up', async (_, behaviour) => {
  const { line, set, value, board } = await setUp();
  line.behave(behaviour);
  for (let n = 0; n < 100; n += 1) {
    const rate = n % 2 === 0 ? 'continuous' : 'off';
    expect(await set('receiptPrinter', rate)).toEqual({ ok: true, value: null });
    expect(board(1).coils[1]).toBe(n % 2 === 0 ? 1 : 0);
    expect(value('door')).toBe('open');
  }
});

test('a dead board is silent and unknown; the other one goes on', async () => {
  const { line, set, later, value, lights, contacts } = await setUp();
  line.behave({ dead: [1] });
  expect(await set('cardReader', 'slow')).toMatchObject({ ok: false, fault: { code: 'lights.silent' } });
  expect(lights.status().state).toBe('unknown');
  line.order({ do: 'input', unit: 2, address: 0, on: true });
  await later(3_000);
  expect([contacts.status().state, value('door')]).toEqual(['online', 'closed']);
  line.behave({ dead: [2] });
  await later(3_000);
  expect([contacts.status().state, value('door')]).toEqual(['unknown', 'unknown']);
});

test('an adapter with echo: a dead board’s lamp does not light by our own echo', async () => {
  const { line, set, board } = await setUp({ echo: true });
  expect(await set('cardReader', 'continuous')).toEqual({ ok: true, value: null });
  expect(board(1).coils[0]).toBe(1);
  line.behave({ dead: [1] });
  expect(await set('cardReader', 'off')).toMatchObject({ ok: false, fault: { code: 'lights.silent' } });
});

test('a board that says it did and didn’t, and one that refuses', async () => {
  const { line, set, run, contacts } = await setUp();
  line.behave({ deaf: true });
  expect(await set('cardReader', 'continuous')).toMatchObject({ ok: false, fault: { code: 'lights.broken' } });
  line.behave({ deaf: false, busy: true });
  expect(await run(contacts, 'selfTest')).toMatchObject({
    ok: false,
    fault: { code: 'auxiliaries.broken', detail: 'exception 6' },
  });
});

test('a pulled cable is lost for both, and both come back', async () => {
  const { cable, later, lights, contacts, value } = await setUp();
  cable.unplug();
  expect([lights.status().state, contacts.status().state, value('door')]).toEqual(['noDevice', 'noDevice', 'unknown']);
  cable.plug();
  await later(5_000);
  expect([lights.status().state, contacts.status().state]).toEqual(['online', 'online']);
});
