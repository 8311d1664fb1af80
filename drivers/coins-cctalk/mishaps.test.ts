/** Power cuts, killed drivers, swapped acceptors, bad lines: each coin is told once, and what cannot be known is `missed` or in doubt. */
import { expect, test } from 'vitest';
import { coin, NOT_RECONCILED, setUpCoins } from '#fixtures/cash/coin-acceptor-on-a-cable.ts';

test('an acceptor that was deaf when its holder left is told again', async () => {
  const { start, insert, later, driver, device } = setUpCoins();
  await start();
  device.behave({ silent: true });
  driver().released();
  await later(1_000);
  device.behave({ silent: false });
  await later(6_000);
  expect(insert('CN100A')).toBe('tray');
});

test('the driver dies, three coins fall, the next driver tells exactly those', async () => {
  const { run, start, insert, again, reconcile } = setUpCoins({ counter: 254 });
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
  const { start, insert, again, reconcile } = setUpCoins();
  const mark = await start();
  await again();
  for (let n = 0; n < 6; n += 1) insert('CN100A');
  const { happened, missed } = await reconcile(mark);
  expect(happened).toHaveLength(5);
  expect(missed).toBe(true);
});

test('a power cut while coins are taken: nothing more is taken before somebody asked, and something may be missed', async () => {
  const { run, start, insert, device, reconcile, later } = setUpCoins();
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
  const { run, start, insert, device, reconcile, later } = setUpCoins();
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
  const { start, again, reconcile } = setUpCoins({ counter: 40 });
  await start();
  await again();
  expect(await reconcile('99:abc.0:12')).toMatchObject({ happened: [], missed: true });
  expect(await reconcile('not a mark')).toMatchObject({ missed: true });
});

test('another acceptor with other coins is plugged in: what fell into the first keeps its worth', async () => {
  const { run, start, insert, reconcile, swap, later } = setUpCoins();
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
  const { run, start, insert, device, reconcile, driver } = setUpCoins();
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
  const { run, start, insert, device } = setUpCoins({ echo: name !== 'no echo' });
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
  const { run, start, device, driver } = setUpCoins();
  await start();
  device.behave(behaviour);
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'cash.silent' } });
  if (name !== 'busy for ever') expect(driver().status().state).toBe('unknown');
});

test('late replies never give a coin another value', async () => {
  for (const late of [50, 190, 210, 400, 700, 1_200]) {
    const { run, reconcile, device } = setUpCoins();
    device.behave({ late });
    await reconcile(null).catch(() => undefined);
    const unit = await run('cashUnit');
    if (unit.ok) expect(unit.value).toMatchObject({ denominations: [10, 50, 100].map((valueFen) => ({ valueFen })) });
    else expect(unit.fault.code).toBe('cash.silent');
  }
});

test('a cable pulled out loses no coin that fell meanwhile', async () => {
  const { run, start, insert, cable, reconcile, later } = setUpCoins();
  const mark = await start();
  cable.unplug();
  insert('CN100A');
  expect(await run('cashIn')).toMatchObject({ ok: false, fault: { code: 'device.lost' } });
  cable.plug();
  await later(5_000);
  expect(insert('CN100A')).toBe('tray');
  expect(await reconcile(mark)).toMatchObject({ happened: [{ place: 'stored', valueFen: 100 }], missed: false });
});
