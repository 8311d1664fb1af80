/** The coin acceptor's driver against the simulated one on an ordinary day: each coin is told once, and the gate is shut where it must be. */
import { expect, test } from 'vitest';
import { coin, NOT_RECONCILED, setUpCoins } from '#fixtures/cash/coin-acceptor-on-a-cable.ts';

test.each(['simple', 'crc16'] as const)(
  'with %s checksum: what it takes, and a coin of each value',
  async (checksum) => {
    const { run, start, insert, events } = setUpCoins({}, checksum);
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
  const { run, start, insert, later } = setUpCoins();
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
  const { run, reconcile, insert, device, events } = setUpCoins();
  await reconcile(null);
  await run('cashInStart', { acceptFen: [100] });
  expect(insert('CN050A')).toBe('tray');
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.refused', detail: 'reason 02' } });
  device.order({ do: 'reject', code: 1 });
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.refused' } });
  expect(events).toEqual(['itemRefused', 'itemRefused']);
});

test('over the wrap from 255 to 1 no coin is lost', async () => {
  const { run, start, insert, reconcile } = setUpCoins({ counter: 253 });
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
  const { run, reconcile, start, insert } = setUpCoins();
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
    const { start, insert, later, driver } = setUpCoins();
    await start();
    driver()[leave]();
    await later(3_000);
    expect(insert('CN100A')).toBe('tray');
  }
});

test('what fell into the box is counted by its value, each coin once', async () => {
  const { run, start, insert, reconcile } = setUpCoins();
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
  const { run, start, insert, later, reconcile } = setUpCoins();
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
