/** The coin acceptor's driver against the simulated one: each coin is told once, and what cannot be known is `missed`. */
import { expect, test } from 'vitest';
import type { Json } from '#contract/json.ts';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { simulatedCoinAcceptor } from '#fixtures/simulators/coins-cctalk/model.ts';
import { MemoryCable } from '../conformance/memory-cable.ts';
import { passTime } from '../conformance/pass-time.ts';
import { coinsCctalk } from './driver.ts';

function setUp(settings: Readonly<Record<string, Json>> = {}, checksum: 'simple' | 'crc16' = 'simple') {
  const clock = new HandClock();
  const made = (own: Readonly<Record<string, Json>>) =>
    simulatedCoinAcceptor.make({
      clock,
      settings: { checksum, ...own },
      write: (bytes) => cable.say(bytes),
      tell: () => undefined,
    });
  let device = made(settings);
  const cable = new MemoryCable(
    clock,
    () => device.baudRate,
    (bytes) => device.hear(bytes),
  );
  const open = () =>
    coinsCctalk.open({
      id: 'coins',
      place: { path: '/wire' },
      settings: { baudRate: 9600, address: 2, checksum, coinUnitFen: 1 },
      cables: cable.cables,
      clock,
      log: () => undefined,
    });
  let driver = open();
  const events: string[] = [];
  const run = (command: string, payload: Json = {}, timeoutMs = 20_000) =>
    passTime(clock, driver.perform(command, payload, { timeoutMs, onEvent: (name) => events.push(name) }));
  const reconcile = async (since: string | null) => {
    const completion = await run('reconcile', { since });
    if (!completion.ok) throw new Error(completion.fault.code);
    return completion.value as {
      happened: { mark: string; place: string; valueFen: number | null }[];
      upTo: string;
      missed: boolean;
    };
  };
  const start = async () => {
    const { upTo } = await reconcile(null);
    expect(await run('cashInStart', { acceptFen: [10, 50, 100] })).toEqual({ ok: true, value: null });
    return upTo;
  };
  const later = (ms: number) => passTime(clock, new Promise<void>((resolve) => clock.after(ms, resolve)));
  const insert = (coin: string) => device.order({ do: 'insert', coin });
  return {
    clock,
    cable,
    device,
    events,
    run,
    reconcile,
    start,
    insert,
    driver: () => driver,
    /** Another driver's life on the same cable, as after a kill of the device host. */
    async again() {
      await passTime(clock, driver.close());
      driver = open();
    },
    /** Pulls the cable and puts it into another acceptor. */
    async swap(own: Readonly<Record<string, Json>>) {
      cable.unplug();
      device = made(own);
      cable.plug();
      await later(5_000);
    },
    later,
  };
}

const coin = (valueFen: number) => ({
  ok: true,
  value: { position: 'stored', valueFen, mark: expect.any(String) as string, holdMs: null },
});
const NOT_RECONCILED = { ok: false, fault: { completion: 'sequenceError', detail: 'reconcile first' } };

test.each(['simple', 'crc16'] as const)(
  'with %s checksum: what it takes, and a coin of each value',
  async (checksum) => {
    const { run, start, insert, events } = setUp({}, checksum);
    await start();
    expect(await run('cashUnit')).toEqual({
      ok: true,
      value: {
        kind: 'coins',
        currency: 'CNY',
        serial: '202611',
        escrow: false,
        denominations: [10, 50, 100].map((valueFen) => ({ valueFen, enabled: true })),
      },
    });
    for (const [name, value] of [
      ['CN010A', 10],
      ['CN050B', 50],
      ['CN100A', 100],
    ] as const) {
      expect(insert(name)).toBe('box');
      expect(await run('cashIn')).toEqual(coin(value));
    }
    expect(events).toEqual(['itemInserted', 'itemInserted', 'itemInserted']);
  },
);

test('coins that fall between two commands wait for theirs, each told once', async () => {
  const { run, start, insert, later } = setUp();
  await start();
  for (const name of ['CN100A', 'CN010A', 'CN050A', 'CN100B', 'CN010B', 'CN050B', 'CN100A']) {
    insert(name);
    await later(400);
  }
  const values = [];
  for (let n = 0; n < 7; n += 1) values.push(await run('cashIn'));
  expect(values).toEqual([100, 10, 50, 100, 10, 50, 100].map(coin));
  expect(new Set(values.map((each) => JSON.stringify(each))).size).toBe(7);
  expect(await run('cashIn', {}, 2_000)).toMatchObject({ ok: false, fault: { code: 'cash.absent' } });
});

test('what is no coin, and a coin that is not wanted, are refused', async () => {
  const { run, reconcile, insert, device, events } = setUp();
  await reconcile(null);
  await run('cashInStart', { acceptFen: [100] });
  expect(insert('CN050A')).toBe('tray');
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.refused', detail: 'reason 02' } });
  device.order({ do: 'reject', code: 1 });
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.refused' } });
  expect(events).toEqual(['itemRefused', 'itemRefused']);
});

test('over the wrap from 255 to 1 no coin is lost', async () => {
  const { run, start, insert, reconcile } = setUp({ counter: 253 });
  const mark = await start();
  for (let n = 0; n < 4; n += 1) {
    insert('CN100A');
    expect(await run('cashIn')).toEqual(coin(100));
  }
  const { happened, missed } = await reconcile(mark);
  expect(happened.map(({ place, valueFen }) => [place, valueFen])).toEqual(Array(4).fill(['stored', 100]));
  expect(missed).toBe(false);
});

test('a coin is shut out before and after, and at the end the gate is shut', async () => {
  const { run, reconcile, start, insert } = setUp();
  expect(await run('cashIn')).toMatchObject(NOT_RECONCILED);
  expect(await run('cashInStart', { acceptFen: [100] })).toMatchObject(NOT_RECONCILED);
  await reconcile(null);
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { detail: 'cashInStart first' } });
  await start();
  expect(await run('cashInEnd')).toEqual({ ok: true, value: null });
  expect(insert('CN100A')).toBe('tray');
});

test('a citizen who leaves leaves a shut gate', async () => {
  for (const leave of ['claimed', 'released'] as const) {
    const { start, insert, later, driver } = setUp();
    await start();
    driver()[leave]();
    await later(3_000);
    expect(insert('CN100A')).toBe('tray');
  }
});

test('an acceptor that was deaf when its holder left is told again', async () => {
  const { start, insert, later, driver, device } = setUp();
  await start();
  device.behave({ silent: true });
  driver().released();
  await later(1_000);
  device.behave({ silent: false });
  await later(6_000);
  expect(insert('CN100A')).toBe('tray');
});

test('what fell into the box is counted by its value, each coin once', async () => {
  const { run, start, insert, reconcile } = setUp();
  const mark = await start();
  for (const coin of ['CN100A', 'CN050A', 'CN100A']) insert(coin);
  for (let coin = 0; coin < 3; coin += 1) await run('cashIn');
  await reconcile(mark);
  expect(await run('statistics')).toMatchObject({
    value: {
      counted: { coins: 3 },
      storage: {
        deposited: [
          { valueFen: 50, count: 1 },
          { valueFen: 100, count: 2 },
        ],
        unrecognized: 0,
      },
    },
  });
});

test('a coin that nobody waited for any more is found by its mark, and only then money moves again', async () => {
  const { run, start, insert, later, reconcile } = setUp();
  const mark = await start();
  insert('CN100A');
  await later(500);
  expect(await run('cashInEnd')).toEqual({ ok: true, value: null });
  expect(await run('cashInStart', { acceptFen: [100] })).toMatchObject(NOT_RECONCILED);
  const { happened, upTo, missed } = await reconcile(mark);
  expect({ values: happened.map(({ valueFen }) => valueFen), missed }).toEqual({ values: [100], missed: false });
  expect((await reconcile(upTo)).happened).toEqual([]);
  expect(await run('cashInStart', { acceptFen: [100] })).toMatchObject({ ok: true });
});

test('the driver dies, three coins fall, the next driver tells exactly those', async () => {
  const { run, start, insert, again, reconcile } = setUp({ counter: 254 });
  await start();
  insert('CN010A');
  const told = await run('cashIn');
  const mark = told.ok ? (told.value as { mark: string }).mark : '';
  await again();
  for (const name of ['CN050A', 'CN100A', 'CN100B']) insert(name);
  const { happened, missed } = await reconcile(mark);
  expect(happened.map(({ valueFen }) => valueFen)).toEqual([50, 100, 100]);
  expect(missed).toBe(false);
  expect(new Set(happened.map((each) => each.mark)).size).toBe(3);
});

test('the driver dies, six coins fall: five are told, and that something is missed', async () => {
  const { start, insert, again, reconcile } = setUp();
  const mark = await start();
  await again();
  for (let n = 0; n < 6; n += 1) insert('CN100A');
  const { happened, missed } = await reconcile(mark);
  expect(happened).toHaveLength(5);
  expect(missed).toBe(true);
});

test('a power cut while coins are taken: nothing more is taken before somebody asked, and something may be missed', async () => {
  const { run, start, insert, device, reconcile, later } = setUp();
  const mark = await start();
  insert('CN100A');
  device.behave({ 'power-cut': true });
  await later(2_000);
  device.behave({ 'power-cut': false });
  expect(await run('cashIn')).toMatchObject(NOT_RECONCILED);
  expect(insert('CN100A')).toBe('tray');
  expect(await reconcile(mark)).toMatchObject({ happened: [], missed: true });
});

test('a power cut while the gate is shut cannot have cost a coin', async () => {
  const { run, start, insert, device, reconcile, later } = setUp();
  const mark = await start();
  insert('CN100A');
  await run('cashInEnd');
  device.behave({ 'power-cut': true });
  await later(2_000);
  device.behave({ 'power-cut': false });
  const { happened, missed } = await reconcile(mark);
  expect({ values: happened.map(({ valueFen }) => valueFen), missed }).toEqual({ values: [100], missed: false });
});

test('another acceptor on the same cable: its coins are not ours', async () => {
  const { start, again, reconcile } = setUp({ counter: 40 });
  await start();
  await again();
  expect(await reconcile('99:abc.0:12')).toMatchObject({ happened: [], missed: true });
  expect(await reconcile('not a mark')).toMatchObject({ missed: true });
});

test('another acceptor with other coins is plugged in: what fell into the first keeps its worth', async () => {
  const { run, start, insert, reconcile, swap, later } = setUp();
  const mark = await start();
  insert('CN100A');
  await later(500);
  await swap({ serial: 7, coins: ['CN010A'] });
  const { happened, missed } = await reconcile(mark);
  expect(happened.map(({ valueFen }) => valueFen)).toEqual([100]);
  expect(missed).toBe(true);
  expect(await run('cashUnit')).toMatchObject({ value: { serial: '7', denominations: [{ valueFen: 10 }] } });
});

test('a coin that the credit sensor never saw is in doubt, and a self-test says what is wrong', async () => {
  const { run, start, insert, device, reconcile, driver } = setUp();
  const mark = await start();
  device.behave({ blocked: true });
  insert('CN100A');
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.jammed', detail: '06' } });
  expect(await reconcile(mark)).toMatchObject({ happened: [{ place: 'inDoubt', valueFen: null }], missed: false });
  await run('cashInEnd');
  expect(await run('selfTest')).toMatchObject({ ok: false, fault: { code: 'cash.broken' } });
  expect(driver().status().state).toBe('hardwareError');
});

test.each([
  ['twice', { twice: true }],
  ['garbage before', { 'garbage-before': true }],
  ['two lost replies', { 'lost-reply': 2 }],
  ['no echo', {}],
])('%s: still each coin once', async (name, behaviour) => {
  const { run, start, insert, device } = setUp({ echo: name !== 'no echo' });
  device.behave(behaviour);
  await start();
  insert('CN100A');
  insert('CN010A');
  expect(await run('cashIn')).toEqual(coin(100));
  expect(await run('cashIn')).toEqual(coin(10));
  expect(await run('cashIn', {}, 1_500)).toMatchObject({ ok: false, fault: { code: 'cash.absent' } });
});

test.each([
  ['silent', { silent: true }],
  ['wrong checksums only', { 'wrong-checksum': true }],
  ['power cut', { 'power-cut': true }],
  ['busy for ever', { busy: true }],
])('%s is silence, and silence is unknown', async (name, behaviour) => {
  const { run, start, device, driver } = setUp();
  await start();
  device.behave(behaviour);
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.silent' } });
  if (name !== 'busy for ever') expect(driver().status().state).toBe('unknown');
});

test('late replies never give a coin another value', async () => {
  for (const late of [50, 190, 210, 400, 700, 1_200]) {
    const { run, reconcile, device } = setUp();
    device.behave({ late });
    await reconcile(null).catch(() => undefined);
    const unit = await run('cashUnit');
    if (unit.ok) expect(unit.value).toMatchObject({ denominations: [10, 50, 100].map((valueFen) => ({ valueFen })) });
    else expect(unit.fault.code).toBe('cash.silent');
  }
});

test('a cable pulled out loses no coin that fell meanwhile', async () => {
  const { run, start, insert, cable, reconcile, later } = setUp();
  const mark = await start();
  cable.unplug();
  insert('CN100A');
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  cable.plug();
  await later(5_000);
  expect(insert('CN100A')).toBe('tray');
  expect(await reconcile(mark)).toMatchObject({ happened: [{ place: 'stored', valueFen: 100 }], missed: false });
});
