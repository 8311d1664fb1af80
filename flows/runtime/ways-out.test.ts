/** Every way out of a session ends with nothing of the citizen left, and nothing is lost without being asked. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { CHEN_QINGBO, LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

const begin = (kiosk: TestKiosk) => kiosk.intend({ kind: 'begin' });
const openService = async (kiosk: TestKiosk) => {
  await begin(kiosk);
  await kiosk.intend({ kind: 'openService', service: visits.SENIOR_CARD });
};
const tooYoung = async (kiosk: TestKiosk) => {
  await visits.walkToTheReader(kiosk);
  await visits.putDown(kiosk, CHEN_QINGBO);
};
const noCard = async (kiosk: TestKiosk) => {
  await visits.walkToTheReader(kiosk);
  kiosk.reader.running('read').fault('card.absent');
  await kiosk.settle();
};
const printed = async (kiosk: TestKiosk) => {
  await visits.walkToTheReceipt(kiosk);
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
};

/** Where a citizen can be, and whether leaving there loses something. */
const PLACES = [
  ['the catalogue', begin, false],
  ['the service', openService, false],
  ['the reader', visits.walkToTheReader, false],
  ['the reader without a card', noCard, false],
  ['not eligible', tooYoung, false],
  ['the review', visits.walkToTheReview, true],
  ['the receipt', printed, false],
  ['the rating', visits.walkToTheRating, false],
] as const;

async function seeOff(kiosk: TestKiosk): Promise<void> {
  expect(kiosk.view().body.kind).toBe('goodbye');
  if (!kiosk.reader.isIdle()) kiosk.reader.running('awaitRemoval').succeed(null);
  await kiosk.pass(8_000);
}

/** The next citizen finds the machine as the first one did. */
async function expectForgotten(kiosk: TestKiosk): Promise<void> {
  const fresh = await testKiosk(content);
  const { revision: _mine, ...view } = kiosk.view();
  const { revision: _theirs, ...first } = fresh.view();
  expect(view).toEqual(first);
  expect(kiosk.journal.snapshot()).toBeNull();
  expect(kiosk.holder()).toBeNull();
  expect(kiosk.forNewPages).toEqual([kiosk.view().revision]);
  expect(kiosk.clock.pending).toBe(0);
  expect(kiosk.reader.isIdle()).toBe(true);
}

describe.each(PLACES)('from %s', (_name, walkThere, loses) => {
  test('by leaving', async () => {
    const kiosk = await testKiosk(content);
    await kiosk.intend({ kind: 'language', language: 'en' });
    await walkThere(kiosk);
    await kiosk.intend({ kind: 'scale', scale: 'lowVision' });
    await kiosk.intend({ kind: 'leave' });
    expect(kiosk.view().dialog !== null).toBe(loses);
    if (loses) await kiosk.intend({ kind: 'confirmLeave' });
    await seeOff(kiosk);
    await expectForgotten(kiosk);
  });

  test('by walking away', async () => {
    const kiosk = await testKiosk(content);
    await walkThere(kiosk);
    // At the reader the reader's own time limit comes first.
    for (let minute = 0; kiosk.view().dialog === null && minute < 3; minute += 1) {
      await kiosk.pass(60_000);
      if (!kiosk.reader.isIdle()) kiosk.reader.running('read').fault('card.absent', 'timeOut');
      await kiosk.settle();
    }
    expect(kiosk.view().dialog?.secondsLeft).toBeGreaterThanOrEqual(20);
    await kiosk.pass(kiosk.view().dialog?.secondsLeft === 30 ? 30_000 : 0);
    await seeOff(kiosk);
    await expectForgotten(kiosk);
  });

  test('by a power cut and a release that is no longer the same', async () => {
    const kiosk = await testKiosk(content);
    await walkThere(kiosk);
    const next = await kiosk.crash({ release: 2 });
    expect(next.view().body.kind).toBe('attract');
    await expectForgotten(next);
  });
});

test('staying after all loses nothing', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  const { body } = kiosk.view();
  await kiosk.intend({ kind: 'leave' });
  await kiosk.intend({ kind: 'submit' });
  expect(kiosk.journal.records).toEqual([]);
  await kiosk.intend({ kind: 'stay' });
  expect(kiosk.view()).toMatchObject({ body, dialog: null });
});

test('more time, as often as one likes', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  for (let time = 0; time < 20; time += 1) {
    await kiosk.pass(60_000);
    expect(kiosk.view().dialog?.primary.intent).toEqual({ kind: 'stay' });
    await kiosk.pass(29_000);
    await kiosk.intend({ kind: 'stay' });
  }
  expect(kiosk.view()).toMatchObject({ body: { kind: 'review' }, dialog: null });
});

test('reading the help is not being away, and each touch begins the wait anew', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  await kiosk.pass(59_000);
  await kiosk.intend({ kind: 'help', open: true });
  await kiosk.pass(59_000);
  expect(kiosk.view()).toMatchObject({ dialog: null, help: { open: true } });
  await kiosk.pass(1_000);
  expect(kiosk.view().dialog).not.toBeNull();
});

test('the machine at work is not a citizen away', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReader(kiosk);
  await kiosk.pass(59_000);
  await visits.putDown(kiosk, LIN_XIAOYING);
  await kiosk.pass(59_000);
  expect(kiosk.view().dialog).toBeNull();
});

test('while the receipt is printing nobody leaves by accident', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReceipt(kiosk);
  expect(kiosk.view().leave).toBeNull();
  await kiosk.intend({ kind: 'leave' });
  expect(kiosk.view().body.kind).toBe('receipt');
});

test('a card left on the reader keeps the reminder up, but not for ever', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheRating(kiosk);
  await kiosk.intend({ kind: 'next' });
  const { body } = kiosk.view();
  expect(body.kind === 'goodbye' && body.reminders).toEqual([
    '请拿好您的身份证。',
    '请取走凭条。',
    '您的信息不会留在这台机器上。',
  ]);
  await kiosk.pass(20_000);
  expect(kiosk.view().body.kind).toBe('goodbye');
  kiosk.reader.running('awaitRemoval').fault('card.lifted', 'timeOut');
  await kiosk.settle();
  await expectForgotten(kiosk);
});

test('a touch in the last moment before the warning keeps it away', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  const { commit } = kiosk.journal;
  const onDisk = Promise.withResolvers<undefined>();
  kiosk.journal.commit = async (step) => {
    await onDisk.promise;
    await commit(step);
  };
  await kiosk.pass(59_999);
  const touch = kiosk.intend({ kind: 'help', open: true });
  // The minute is over while the touch is still on its way to the disk.
  await kiosk.pass(1);
  onDisk.resolve(undefined);
  await touch;
  expect(kiosk.view()).toMatchObject({ dialog: null, help: { open: true } });
});

test('who changes the language of the question is still there and gets the whole time again', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  await kiosk.pass(60_000);
  await kiosk.pass(25_000);
  await kiosk.intend({ kind: 'language', language: 'en' });
  expect(kiosk.view().dialog).toMatchObject({ title: 'Are you still there?', secondsLeft: 30 });
  await kiosk.pass(29_000);
  expect(kiosk.view().dialog).not.toBeNull();
  await kiosk.pass(1_000);
  expect(kiosk.view().body.kind).toBe('goodbye');
});

test('while the key is being destroyed nothing more is kept, whatever is touched', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReader(kiosk);
  await kiosk.intend({ kind: 'leave' });
  const destroyed = Promise.withResolvers<undefined>();
  const { forgetSession } = kiosk.journal;
  kiosk.journal.forgetSession = async (session) => {
    await destroyed.promise;
    await forgetSession(session);
  };
  await kiosk.intend({ kind: 'next' });
  const { commits } = kiosk.journal;
  await kiosk.intend({ kind: 'language', language: 'en' });
  await kiosk.intend({ kind: 'scale', scale: 'elder' });
  await kiosk.intend({ kind: 'help', open: true });
  expect(kiosk.journal.commits).toBe(commits);
  destroyed.resolve(undefined);
  await kiosk.settle();
  await expectForgotten(kiosk);
});

test('a language chosen by someone who walked past does not stay', async () => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'language', language: 'en' });
  expect(kiosk.view().language).toBe('en');
  await kiosk.pass(60_000);
  expect(kiosk.view().language).toBe('zh-CN');
});

test('every touch says that the citizen is still there, so that the devices stay with them', async () => {
  const kiosk = await testKiosk(content);
  await begin(kiosk);
  const before = kiosk.claims();
  await kiosk.intend({ kind: 'openService', service: visits.SENIOR_CARD });
  expect(kiosk.claims()).toBe(before + 1);
  await kiosk.pass(30_000);
  expect(kiosk.claims()).toBe(before + 1);
});
