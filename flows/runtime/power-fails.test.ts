/** The process dies at any step: the next one shows the same screen, or ends the session safely. */
import { beforeAll, expect, test } from 'vitest';
import type { Json } from '#contract/json.ts';
import type { ScreenView } from '#contract/screen.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

const put = (kiosk: TestKiosk) => visits.putDown(kiosk, LIN_XIAOYING);
const give = (element: typeof visits.MOBILE_PHONE, value: string) => (kiosk: TestKiosk) =>
  kiosk.intend({ kind: 'answer', element, value });
const go = (kiosk: TestKiosk) => kiosk.intend({ kind: 'next' });

/** One visit, one step after another. */
const STEPS: readonly ((kiosk: TestKiosk) => Promise<unknown>)[] = [
  (kiosk) => kiosk.intend({ kind: 'begin' }),
  (kiosk) => kiosk.intend({ kind: 'language', language: 'en' }),
  (kiosk) => kiosk.intend({ kind: 'openService', service: visits.SENIOR_CARD }),
  (kiosk) => kiosk.intend({ kind: 'help', open: true }),
  (kiosk) => kiosk.intend({ kind: 'startService', service: visits.SENIOR_CARD }),
  go,
  put,
  go,
  give(visits.MOBILE_PHONE, '1'),
  give(visits.MOBILE_PHONE, visits.PHONE),
  go,
  give(visits.DELIVERY_WAY, 'pickUp'),
  go,
  give(visits.PICK_UP_PLACE, 'qingbo'),
  go,
  (kiosk) => kiosk.intend({ kind: 'edit', element: visits.PICK_UP_PLACE }),
  go,
  (kiosk) => kiosk.intend({ kind: 'leave' }),
  (kiosk) => kiosk.intend({ kind: 'stay' }),
  (kiosk) => kiosk.intend({ kind: 'submit' }),
  async (kiosk) => {
    kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
    await kiosk.settle();
  },
  go,
  (kiosk) => kiosk.intend({ kind: 'rate', service: visits.SENIOR_CARD, level: 5 }),
];

function seen(view: ScreenView): Omit<ScreenView, 'revision'> {
  const { revision: _, ...rest } = view;
  return rest;
}

test('after every step the power fails, and the citizen finds the same screen', async () => {
  let kiosk = await testKiosk(content);
  for (const step of STEPS) {
    await step(kiosk);
    // Printing is the exception: it is told in `at-the-printer.test.ts`.
    const { body } = kiosk.view();
    if (body.kind === 'receipt' && body.phase === 'printing') continue;
    const before = seen(kiosk.view());
    kiosk = await kiosk.crash();
    expect(seen(kiosk.view())).toEqual(before);
    expect(kiosk.holder()).not.toBeNull();
  }
  expect(kiosk.journal.records.map(({ body }) => body.kind)).toEqual([
    'case.submitted',
    'receipt.reported',
    'rating.given',
  ]);
});

test('a card that was being read is waited for again', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReader(kiosk);
  kiosk.reader.running('read').options.onEvent?.('mediaInserted');
  await kiosk.settle();
  const next = await kiosk.crash();
  expect(next.view().body).toMatchObject({ kind: 'identify', phase: 'waiting' });
  await put(next);
  expect(next.view().body.kind).toBe('check');
});

test('the case was not kept yet: it is submitted once', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  const reserve = kiosk.journal.reserveCaseNumbers;
  kiosk.journal.reserveCaseNumbers = () => new Promise(() => {});
  await kiosk.intend({ kind: 'submit' });
  expect(kiosk.view().body.kind).toBe('wait');
  kiosk.journal.reserveCaseNumbers = reserve;
  const next = await kiosk.crash();
  expect(next.view().body).toMatchObject({ kind: 'receipt' });
  expect(next.journal.records.filter(({ body }) => body.kind === 'case.submitted')).toHaveLength(1);
});

test('a service that was changed meanwhile ends the session, and its records stay', async () => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheRating(kiosk);
  const service = content.services.get(visits.SENIOR_CARD);
  if (service === undefined) throw new Error('no senior card');
  const services = new Map([[service.id, { ...service, feeFen: 100 }]]);
  const next = await kiosk.crash({ content: { ...content, services } });
  expect(next.view().body.kind).toBe('attract');
  expect(next.logged.join()).toContain('otherPlan');
  expect(next.forNewPages).toEqual([next.view().revision]);
  expect(next.journal.snapshot()).toBeNull();
  expect(next.journal.records).toHaveLength(2);
});

test.each([
  ['practised', { kind: 'practise', agent: false }],
  ['done by somebody else', { kind: 'apply', agent: true }],
])('what was filled in to apply is not %s afterwards: a plan comes back only in its own mode', async (_how, mode) => {
  const kiosk = await testKiosk(content);
  await visits.walkToTheReview(kiosk);
  const open = kiosk.journal.snapshot();
  if (open === null) throw new Error('no session');
  const saved = open.snapshot as { readonly plan: Record<string, Json> };
  const snapshot = { ...saved, plan: { ...saved.plan, mode } };
  await kiosk.journal.commit({ session: open.session, snapshot, records: [] });
  const next = await kiosk.crash();
  expect(next.view().body.kind).toBe('attract');
  expect(next.logged.join()).toContain('otherPlan');
});

test.each([
  ['nothing', null],
  ['a place that is none', { release: 1, hall: { value: { place: 'cellar', dialog: 'closed' } }, plan: null }],
  ['text', 'snapshot'],
])('a snapshot that says %s ends the session', async (_name, snapshot) => {
  const kiosk = await testKiosk(content);
  await kiosk.intend({ kind: 'begin' });
  const open = kiosk.journal.snapshot();
  if (open === null) throw new Error('no session');
  await kiosk.journal.commit({ session: open.session, snapshot, records: [] });
  const next = await kiosk.crash();
  expect(next.view().body.kind).toBe('attract');
  expect(next.logged.join()).toContain('session.notRecovered');
  expect(next.forNewPages).toEqual([next.view().revision]);
});
