/** A cash desk with a note validator on a good day; every polled validator plays it alike. */
import { afterEach, describe, expect, test } from 'vitest';
import { CashStage } from '#fixtures/cash/cash-stage.ts';
import { NOTE_MODELS } from '#fixtures/cash/note-models.ts';
import { offered, opened } from '#fixtures/cash/scenes.ts';

const TEN = 1_000;
const HUNDRED = 10_000;

let stage: CashStage;
afterEach(() => stage.close());

describe.each(Object.entries(NOTE_MODELS))('%s', (_, model) => {
  const raise = (): CashStage => {
    stage = new CashStage(model);
    return stage;
  };

  test('what it can take is known before anything is switched on or reset', async () => {
    raise();
    expect(await stage.do('cashUnit', {})).toMatchObject({
      kind: 'notes',
      currency: 'CNY',
      escrow: true,
      denominations: [100, 500, 1_000, 2_000, 5_000, 10_000].map((valueFen) => ({ valueFen, enabled: false })),
    });
  });

  test('nothing is taken before somebody asked what happened', async () => {
    raise();
    expect(await stage.execute('cashInStart', { acceptFen: [TEN] })).toMatchObject({
      fault: { completion: 'sequenceError', detail: 'reconcile first' },
    });
    await stage.do('reconcile', { since: null });
    expect(await stage.execute('cashIn', {})).toMatchObject({ fault: { detail: 'cashInStart first' } });
    expect(await stage.do('cashInStart', { acceptFen: [TEN] }, 35_000)).toBeNull();
  });

  test('a note goes into escrow, into the box, and is counted where it came to rest', async () => {
    await opened(raise());
    const item = await offered(stage, TEN);
    expect(item).toMatchObject({ position: 'escrow', valueFen: TEN });
    expect(stage.counts()).toEqual({ boxFen: [], backFen: [], insideFen: TEN });
    expect(await stage.do('store', { mark: item.mark })).toEqual({ place: 'stored' });
    expect(stage.counts()).toEqual({ boxFen: [TEN], backFen: [], insideFen: null });
    const second = await offered(stage, HUNDRED);
    expect(second.mark).not.toBe(item.mark);
    expect(await stage.do('giveBack', { mark: second.mark })).toEqual({ place: 'returned' });
    expect(stage.counts()).toEqual({ boxFen: [TEN], backFen: [HUNDRED], insideFen: null });
    expect(stage.events).toEqual(['itemInserted', 'itemInserted', 'itemTaken']);
    expect(await stage.do('statistics', {})).toMatchObject({
      counted: { notes: 1 },
      retries: 0,
      storage: {
        deposited: [{ valueFen: TEN, count: 1 }],
        returned: [{ valueFen: HUNDRED, count: 1 }],
        unrecognized: 0,
        rejected: 0,
      },
    });
    expect(await stage.do('cashInEnd', {})).toBeNull();
    expect(stage.insert(TEN)).toBe(false);
  });

  test('a note that nobody wants comes back, and only those that are wanted are taken', async () => {
    raise();
    await stage.do('reconcile', { since: null });
    await stage.do('cashInStart', { acceptFen: [TEN] }, 35_000);
    stage.insert(HUNDRED);
    expect(await stage.do('cashIn', {})).toBe('cash.refused');
    await stage.pass(2_000);
    expect(stage.counts().backFen).toEqual([HUNDRED]);
    expect(stage.events).toContain('itemRefused');
    expect(await stage.execute('cashInStart', { acceptFen: [1] })).toMatchObject({
      fault: { completion: 'invalidData' },
    });
  });

  test('nobody puts anything in: cash.absent, in time', async () => {
    await opened(raise());
    const before = stage.clock.now();
    expect(await stage.do('cashIn', {}, 4_000)).toBe('cash.absent');
    expect(stage.clock.now() - before).toBeLessThan(4_200);
  });

  test('an order for another note is no order', async () => {
    await opened(raise());
    const item = await offered(stage, TEN);
    expect(await stage.execute('store', { mark: 'another' })).toMatchObject({ fault: { completion: 'invalidData' } });
    expect(await stage.do('cashIn', {})).toEqual(item);
  });

  test('a note is held while somebody decides, for two minutes and no longer', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    await stage.pass(60_000);
    expect(stage.counts().insideFen).toBe(TEN);
    await stage.pass(90_000);
    expect(stage.counts().backFen).toEqual([TEN]);
    expect(await stage.do('store', { mark })).toEqual({ place: 'returned' });
  });

  test.each([
    ['another holder comes', () => stage.driver.claimed()],
    ['the holder leaves', () => stage.driver.released()],
  ])('%s: the note of the one before goes back, and nothing more is taken', async (_when, happens) => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    happens();
    await stage.pass(5_000);
    expect(stage.counts().backFen).toEqual([TEN]);
    expect(stage.insert(TEN)).toBe(false);
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'returned' }] });
  });

  test('a validator that was deaf when the holder left is told again', async () => {
    await opened(raise());
    await offered(stage, TEN);
    stage.behave({ 'lost-reply': 4 });
    stage.driver.released();
    await stage.pass(9_000);
    expect(stage.counts().backFen).toEqual([TEN]);
    expect(stage.insert(TEN)).toBe(false);
  });

  test('ending gives back what lies in escrow, and says so when asked', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    expect(await stage.do('cashInEnd', {})).toBeNull();
    expect(stage.counts().backFen).toEqual([TEN]);
    expect(await stage.execute('cashInStart', { acceptFen: [TEN] })).toMatchObject({ ok: false });
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'returned' }] });
    expect(await stage.do('cashInStart', { acceptFen: [TEN] })).toBeNull();
  });
});
