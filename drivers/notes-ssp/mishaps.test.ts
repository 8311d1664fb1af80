/** What only an SSP validator can do wrong: keys, numbers, credits said once; the note is found or in doubt, and counted once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { CashStage, type CashModel } from '#fixtures/cash/cash-stage.ts';
import { ssp } from '#fixtures/cash/note-models.ts';
import { meanwhile, offered, opened } from '#fixtures/cash/scenes.ts';
import { notesSsp } from './driver.ts';
import type { FixedKeySource } from './fixed-key.ts';

const TEN = 1_000;
const OTHER_KEY = 'fedcba9876543210';

let stage: CashStage;
afterEach(() => stage.close());
const raise = (model: CashModel): CashStage => (stage = new CashStage(model));

const NO_KEY = { ok: false, fault: { code: 'cash.broken', detail: 'FA' } };

describe.each([
  ['sealed', ssp(true, {}), 'acknowledged'],
  ['in the open', ssp(false, {}), 'acknowledged'],
  ['sealed, an older one', ssp(true, { eventAck: false }), 'once'],
  ['in the open, one that knows no keys', ssp(false, { encryption: false, eventAck: false }), 'once'],
])('%s', (_, model, says) => {
  test('a note is stored and one given back', async () => {
    await opened(raise(model));
    const { mark } = await offered(stage, TEN);
    expect(await stage.do('store', { mark })).toEqual({ place: 'stored' });
    const back = await offered(stage, TEN);
    expect(await stage.do('giveBack', { mark: back.mark })).toEqual({ place: 'returned' });
    expect(stage.counts()).toEqual({ boxFen: [TEN], backFen: [TEN], insideFen: null });
  });

  test('a self-test doesn’t accept the note that is offered', async () => {
    await opened(raise(model));
    const { mark } = await offered(stage, TEN);
    for (let times = 0; times < 3; times += 1) await stage.do('selfTest', {});
    expect(stage.counts().insideFen).toBe(TEN);
    expect(await stage.do('store', { mark })).toEqual({ place: 'stored' });
  });

  test.each([1, 3])('the reply that says the credit is lost %i times: it is asked for again', async (lost) => {
    await opened(raise(model));
    const { mark } = await offered(stage, TEN);
    stage.behave({ 'lost-credit': lost });
    expect(await stage.do('store', { mark })).toEqual({ place: 'stored' });
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [] });
    expect(stage.counts().boxFen).toEqual([TEN]);
  });

  test('the reply that says the credit is lost until somebody gives up: whoever asks next is told, once', async () => {
    await opened(raise(model));
    const { mark } = await offered(stage, TEN);
    stage.behave({ 'lost-credit': 5 });
    expect(await stage.do('store', { mark })).toEqual({ place: 'inDoubt' });
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [{ mark, place: 'stored' }] });
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [] });
    expect(await stage.do('statistics', {})).toMatchObject({
      storage: { deposited: [{ valueFen: TEN, count: 1 }], unrecognized: 0 },
    });
  });

  test('power fails with the note in escrow: it has put it out by itself', async () => {
    await opened(raise(model));
    const { mark } = await offered(stage, TEN);
    stage.behave({ 'power-cut': true });
    await stage.pass(100);
    stage.behave({ 'power-cut': false });
    // What says its credits once may have said one that nobody heard: then it needn't be this note that came out.
    const happened = says === 'once' ? [] : [{ mark, place: 'returned' }];
    expect(await stage.do('reconcile', { since: mark }, 35_000)).toMatchObject({ happened });
    expect(await stage.do('cashInStart', { acceptFen: [TEN] }, 35_000)).toBeNull();
    expect(await stage.do('reconcile', { since: mark })).toMatchObject({ happened: [] });
    expect(stage.counts()).toEqual({ boxFen: [], backFen: [TEN], insideFen: null });
  });
});

test('a validator that agrees on no key takes nothing, and nothing falls back to the open', async () => {
  raise(ssp(true, {}));
  stage.behave({ 'key-refused': true });
  expect(await stage.execute('reconcile', { since: null })).toMatchObject(NO_KEY);
  expect(await stage.execute('selfTest', {})).toMatchObject(NO_KEY);
  stage.behave({ 'key-refused': false });
  expect(await stage.do('reconcile', { since: null })).toMatchObject({ happened: [] });
});

test('one that knows no encryption is refused as well', async () => {
  raise(ssp(true, { encryption: false }));
  expect(await stage.execute('reconcile', { since: null })).toMatchObject(NO_KEY);
});

test('sealed replies with a wrong number are no replies', async () => {
  await opened(raise(ssp(true, {})));
  const { mark } = await offered(stage, TEN);
  stage.behave({ 'wrong-counter': true });
  expect(await stage.do('store', { mark })).toBe('cash.silent');
  stage.behave({ 'wrong-counter': false });
  expect(await stage.do('reconcile', { since: mark }, 35_000)).toMatchObject({
    happened: [{ mark, place: 'returned' }],
  });
  expect(stage.counts()).toEqual({ boxFen: [], backFen: [TEN], insideFen: null });
});

test('switched off and on between two commands: it has forgotten the key, and another is agreed on', async () => {
  await opened(raise(ssp(true, {})));
  stage.behave({ 'power-cut': true });
  await stage.pass(50);
  stage.behave({ 'power-cut': false });
  await stage.pass(5_000);
  await opened(stage);
  const { mark } = await offered(stage, TEN);
  const settled = await meanwhile(stage, stage.do('store', { mark }), 200, () => stage.behave({ 'lost-reply': 2 }));
  expect(settled).toEqual({ place: 'stored' });
});

describe('the fixed key', () => {
  const withKey = (fixedKey: FixedKeySource): CashModel => ({
    ...ssp(true, { fixedKey: OTHER_KEY }),
    open: (surroundings) => notesSsp.open({ ...surroundings, settings: { baudRate: 9600, encrypted: true, fixedKey } }),
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'yeban-key-'));
  const file = path.join(folder, 'key');
  afterEach(() => rmSync(file, { force: true }));

  test('is read from a file when it is needed, and replaced without a restart', async () => {
    raise(withKey({ file }));
    expect(await stage.execute('reconcile', { since: null })).toMatchObject(NO_KEY);
    writeFileSync(file, `${OTHER_KEY}\n`);
    expect(await stage.do('reconcile', { since: null })).toMatchObject({ happened: [] });
  });

  test('that isn’t sixteen hexadecimal digits is none, and nothing says what it was', async () => {
    writeFileSync(file, 'a secret');
    const ended = await raise(withKey({ file })).execute('reconcile', { since: null });
    expect(ended).toMatchObject(NO_KEY);
    expect(JSON.stringify(ended)).not.toContain('secret');
  });

  test('that the validator doesn’t have makes it silent', async () => {
    writeFileSync(file, '0000000000000001');
    raise(withKey({ file }));
    expect(await stage.do('reconcile', { since: null })).toBe('cash.silent');
  });
});
