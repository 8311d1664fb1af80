/** What can happen at the card reader, and what the citizen is told. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { CHEN_QINGBO, EXPIRED_CARD, LIN_XIAOYING, MARIA_EXAMPLE } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

let content: Content;
let kiosk: TestKiosk;
beforeAll(async () => {
  content = await fewContent();
});

async function atTheReader(changed: Parameters<typeof testKiosk>[1] = {}): Promise<void> {
  kiosk = await testKiosk(content, changed);
  await visits.walkToTheReader(kiosk);
}

test('the reader is waited for, and says how long', async () => {
  await atTheReader();
  expect(kiosk.view().body).toMatchObject({ kind: 'identify', phase: 'waiting', secondsLeft: 60 });
  await kiosk.pass(20_000);
  await kiosk.intend({ kind: 'language', language: 'en' });
  expect(kiosk.view().body).toMatchObject({ phase: 'waiting', secondsLeft: 40 });
  expect(kiosk.reader.commands).toHaveLength(1);
});

test('a card that is found is told at once', async () => {
  await atTheReader();
  kiosk.reader.running('read').options.onEvent?.('mediaInserted');
  await kiosk.settle();
  expect(kiosk.view().body).toMatchObject({ phase: 'reading', secondsLeft: null });
  expect(kiosk.reader.commands).toHaveLength(1);
});

describe('trouble at the reader', () => {
  test.each(['card.absent', 'card.lifted', 'card.unreadable', 'card.readerTrouble', 'device.lost'] as const)(
    '%s: said in words, and tried again',
    async (code) => {
      await atTheReader();
      kiosk.reader.running('read').fault(code);
      await kiosk.settle();
      expect(kiosk.view().body).toMatchObject({ kind: 'identify', phase: 'trouble' });
      expect(kiosk.view().primary?.intent).toEqual({ kind: 'retry' });
      await kiosk.intend({ kind: 'retry' });
      await visits.putDown(kiosk, LIN_XIAOYING);
      expect(kiosk.view().body).toMatchObject({ kind: 'check', outcome: 'eligible' });
    },
  );

  test('no reader at all: nothing to try again, one way out', async () => {
    await atTheReader({ cardReader: null });
    expect(kiosk.view().body).toMatchObject({ phase: 'trouble' });
    expect(kiosk.view().primary?.intent).toEqual({ kind: 'leave' });
    await kiosk.intend({ kind: 'retry' });
    expect(kiosk.view().body).toMatchObject({ phase: 'trouble' });
    await kiosk.intend({ kind: 'leave' });
    expect(kiosk.view().body.kind).toBe('goodbye');
  });

  test('a reader that never answers is given up', async () => {
    await atTheReader();
    await kiosk.pass(66_000);
    expect(kiosk.view().body).toMatchObject({ phase: 'trouble' });
  });

  test('an expired card is told with its date, and another one may follow', async () => {
    await atTheReader();
    await visits.putDown(kiosk, EXPIRED_CARD);
    const { body } = kiosk.view();
    expect(body).toMatchObject({ phase: 'trouble', headline: '这张证件已过有效期' });
    expect(body.kind === 'identify' && body.detail).toContain('2025年12月31日');
    await kiosk.intend({ kind: 'retry' });
    await visits.putDown(kiosk, LIN_XIAOYING);
    expect(kiosk.view().body.kind).toBe('check');
  });
});

test('who is too young is told since when it will be possible, and is asked nothing', async () => {
  await atTheReader();
  await visits.putDown(kiosk, CHEN_QINGBO);
  const { body, primary } = kiosk.view();
  expect(body).toMatchObject({
    kind: 'check',
    outcome: 'notEligible',
    reasons: ['办理优待证要年满60周岁，您现在59周岁。'],
  });
  expect(body.kind === 'check' && body.suggestions[0]).toContain('2027年1月1日');
  expect(primary).toEqual({ label: '看看其他服务', intent: { kind: 'next' } });
});

test('who may not have a service can look for another one, and nothing of the card stays behind', async () => {
  await atTheReader();
  await visits.putDown(kiosk, CHEN_QINGBO);
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view()).toMatchObject({ body: { kind: 'catalogue' }, back: null });
  expect(kiosk.view().leave).not.toBeNull();
  expect(JSON.stringify(kiosk.journal.snapshot())).not.toContain(CHEN_QINGBO.idNumber);
});

test('a card without an address offers no delivery by post', async () => {
  await atTheReader();
  await visits.putDown(kiosk, MARIA_EXAMPLE);
  await kiosk.intend({ kind: 'next' });
  await visits.answer(kiosk, visits.MOBILE_PHONE, visits.PHONE);
  const { body } = kiosk.view();
  const options = body.kind === 'ask' && body.input.kind === 'choice' ? body.input.options : [];
  expect(options.map((option) => option.value)).toEqual(['pickUp']);
});

test('going back stops the reader', async () => {
  await atTheReader();
  await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body.kind).toBe('info');
  expect(kiosk.reader.isIdle()).toBe(true);
});

test('another person’s card makes the answers of the first one void', async () => {
  await atTheReader();
  await visits.putDown(kiosk, LIN_XIAOYING);
  await kiosk.intend({ kind: 'next' });
  await visits.answer(kiosk, visits.MOBILE_PHONE, visits.PHONE);
  for (let page = 0; page < 3; page += 1) await kiosk.intend({ kind: 'back' });
  expect(kiosk.view().body.kind).toBe('info');
  await kiosk.intend({ kind: 'next' });
  await visits.putDown(kiosk, MARIA_EXAMPLE);
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: 'mobilePhone', value: null });
});
