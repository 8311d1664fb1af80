/** A cash desk with a note validator on a bad day: wherever it breaks, the note is found or in doubt, and counted once. */
import { afterEach, describe, expect, test } from 'vitest';
import { CashStage } from '#fixtures/cash/cash-stage.ts';
import { NOTE_MODELS } from '#fixtures/cash/note-models.ts';
import { meanwhile, offered, opened } from '#fixtures/cash/scenes.ts';

const TEN = 1_000;
const HUNDRED = 10_000;

let stage: CashStage;
afterEach(() => stage.close());

describe.each(Object.entries(NOTE_MODELS))('%s', (_, model) => {
  const raise = (): CashStage => {
    stage = new CashStage(model);
    return stage;
  };

  test('its outcome is said again and again until it is written down, and counted once', async () => {
    await opened(raise());
    const item = await offered(stage, TEN);
    await stage.do('store', { mark: item.mark });
    // The host dies before the ledger has come back: the validator still says it, and it is the same item.
    await stage.kill();
    await stage.pass(1_000);
    const told = await stage.do('reconcile', { since: item.mark });
    expect(told).toMatchObject({ happened: [{ mark: item.mark, place: 'stored' }], upTo: item.mark });
    // Coming back says that it is written down.
    expect(await stage.do('reconcile', { since: item.mark })).toMatchObject({ happened: [] });
    await stage.do('cashInStart', { acceptFen: [TEN] }, 35_000);
    expect((await offered(stage, TEN)).mark).not.toBe(item.mark);
  });

  test('the host dies while a note is being stacked: the next one is told where it is', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    const ended = await meanwhile(stage, stage.execute('store', { mark }), 500, () => void stage.kill());
    expect(ended).toBe('killed');
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'stored' }] });
    expect(stage.counts().boxFen).toEqual([TEN]);
  });

  test('the host dies with a note in escrow: nobody holds it, and asking gives it back', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    await stage.kill();
    await stage.pass(200);
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'returned' }] });
    expect(stage.counts()).toEqual({ boxFen: [], backFen: [TEN], insideFen: null });
  });

  test('the host dies with a note in escrow and nobody asks: the validator lets it go', async () => {
    await opened(raise());
    await offered(stage, TEN);
    await stage.kill();
    await stage.pass(15_000);
    expect(stage.counts().backFen).toEqual([TEN]);
  });

  test.each([
    ['before the lever, it comes out again', 300, 'inDoubt', 'returned', 'backFen'],
    ['past the lever, it is in the box', 900, 'stored', 'stored', 'boxFen'],
  ] as const)('the power fails while it is stacking: %s', async (_, afterMs, first, last, where) => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    const settled = await meanwhile(stage, stage.do('store', { mark }), afterMs, () => {
      stage.behave({ 'power-cut': true });
      stage.clock.after(100, () => stage.behave({ 'power-cut': false }));
    });
    // SSP says by itself where it has moved the note; the others only once they are reset.
    expect([{ place: first }, { place: last }]).toContainEqual(settled);
    const told = await stage.do('reconcile', { since: mark }, 35_000);
    expect(told).toMatchObject({ happened: [{ mark, place: last }] });
    await stage.do('cashInStart', { acceptFen: [TEN] }, 35_000);
    expect(stage.counts()).toMatchObject({ [where]: [TEN], insideFen: null });
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [] });
  });

  test('the cable is pulled while it is stacking and put back: in doubt, and then known', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    const settled = await meanwhile(stage, stage.do('store', { mark }), 500, () => stage.cable.unplug());
    expect(settled).toEqual({ place: 'inDoubt' });
    stage.cable.plug();
    await stage.pass(3_000);
    expect(await stage.do('cashIn', {})).toBe('device.protocol');
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'stored' }] });
  });

  test.each([1, 3])('%i lost replies in the middle of an order change nothing', async (lost) => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    const settled = await meanwhile(stage, stage.do('store', { mark }), 20, () => stage.behave({ 'lost-reply': lost }));
    expect(settled).toEqual({ place: 'stored' });
    expect(stage.counts().boxFen).toEqual([TEN]);
  });

  test('late replies and a cut cable, wherever it is cut: what is in the box is never told as given back', async () => {
    for (let cutAfterMs = 0; cutAfterMs < 2_500; cutAfterMs += 20) {
      await opened(raise());
      const { mark } = await offered(stage, TEN);
      stage.behave({ late: 424 });
      const settled = await meanwhile(stage, stage.do('store', { mark }, 4_000), cutAfterMs, () =>
        stage.cable.unplug(),
      );
      stage.behave({ late: 0 });
      // Somebody tries another note while the kiosk is deaf.
      for (let tried = 0; tried < 3 && !stage.insert(HUNDRED); tried += 1) await stage.pass(1_000);
      await stage.pass(15_000);
      stage.cable.plug();
      const told = await stage.do('reconcile', { since: mark }, 35_000);
      const places = JSON.stringify([settled, told]);
      const { boxFen } = stage.counts();
      expect([cutAfterMs, boxFen, places.includes('returned')]).not.toEqual([cutAfterMs, [TEN], true]);
      expect([cutAfterMs, boxFen, places.includes('stored')]).not.toEqual([cutAfterMs, [], true]);
      await stage.close();
    }
  });

  test('every reply twice, late, in noise: two notes are two notes', async () => {
    await opened(raise());
    stage.behave({ twice: true, late: 200, 'garbage-before': true });
    for (const valueFen of [TEN, HUNDRED]) {
      const { mark } = await offered(stage, valueFen);
      expect(await stage.do('store', { mark })).toEqual({ place: 'stored' });
    }
    expect(stage.counts().boxFen).toEqual([TEN, HUNDRED]);
  });

  test('a note pulled out on a string is never counted', async () => {
    await opened(raise());
    stage.behave({ cheat: true });
    const { mark } = await offered(stage, HUNDRED);
    expect(await stage.do('store', { mark })).toEqual({ place: 'inDoubt' });
    expect(stage.counts()).toMatchObject({ boxFen: [], backFen: [HUNDRED] });
  });

  test('a full box gives the note back, and no visit begins with it', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    stage.behave({ 'box-full': true });
    expect(await stage.do('store', { mark })).toEqual({ place: 'returned' });
    await stage.do('cashInEnd', {});
    expect(await stage.do('cashInStart', { acceptFen: [TEN] })).toBe('cash.boxFull');
    expect(stage.driver.status()).toMatchObject({ state: 'hardwareError', values: { cashBox: { value: 'full' } } });
  });

  test('a note that jams on its way is in doubt until somebody has looked', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    stage.behave({ jam: true });
    expect(await stage.do('store', { mark })).toEqual({ place: 'inDoubt' });
    expect(await stage.do('reconcile', { since: mark })).toBe('cash.jammed');
    stage.behave({ jam: false });
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [] });
  });

  test('silence is silence: no value, no hang', async () => {
    await opened(raise());
    stage.behave({ silent: true });
    expect(await stage.do('cashIn', {})).toBe('cash.silent');
    expect(stage.driver.status()).toMatchObject({ state: 'unknown', values: { cashBox: { value: 'unknown' } } });
  });

  test('a stacked note that the validator says while it is being self-tested is not forgotten', async () => {
    await opened(raise());
    const { mark } = await offered(stage, TEN);
    const settled = await stage.do('store', { mark }, 400);
    expect(settled).toEqual({ place: 'inDoubt' });
    await stage.pass(2_000);
    await stage.execute('selfTest', {});
    await stage.execute('selfTest', {});
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'stored' }] });
  });
});
