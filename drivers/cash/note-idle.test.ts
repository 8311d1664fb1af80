/** A note validator that nobody uses, as a technician sees it: ready from the start, and a jam at its next self-test. */
import { afterEach, describe, expect, test } from 'vitest';
import { CashStage } from '#fixtures/cash/cash-stage.ts';
import { NOTE_MODELS } from '#fixtures/cash/note-models.ts';

const TEN = 1_000;

let stage: CashStage;
afterEach(() => stage.close());

describe.each(Object.entries(NOTE_MODELS))('%s', (_, model) => {
  test('is ready before anybody has used it', async () => {
    stage = new CashStage(model);
    await stage.pass(2_000);
    expect(await stage.do('selfTest', {})).toMatchObject({ state: 'online', values: { acceptor: { value: 'ok' } } });
  });

  test('that takes nothing, and a note is pushed in and gets stuck: said until it is taken out', async () => {
    stage = new CashStage(model);
    await stage.pass(2_000);
    stage.behave({ jam: true });
    stage.insert(TEN);
    expect(await stage.do('selfTest', {})).toBe('cash.jammed');
    expect(stage.driver.status()).toMatchObject({
      state: 'hardwareError',
      values: { acceptor: { value: 'jammed' } },
    });
    stage.behave({ jam: false });
    await stage.pass(2_000);
    expect(await stage.do('selfTest', {})).toMatchObject({ state: 'online', values: { acceptor: { value: 'ok' } } });
    expect(stage.counts()).toEqual({ boxFen: [], backFen: [TEN], insideFen: null });
  });
});
