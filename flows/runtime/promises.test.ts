/** 告知承诺: the hub is asked first; what is promised is read, then signed; whose word isn't taken is told so and brings papers. */
import { beforeAll, expect, test } from 'vitest';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { Day } from '#contract/ids.ts';
import type { LookupFault, LookupPort, LookupReply } from '#contract/lookup.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Element } from '../language/element.ts';
import { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { putDown } from '../testing/visits.ts';

const SERVICE = ServiceId.parse('household-proof');
const PROMISE = ElementId.parse('livesHere');
const NAME = 'M100 100L400 100M250 50L250 400';
const words = (text: string) => ({ 'zh-CN': text, en: text });

let content: Content;
beforeAll(async () => {
  const whole = await fewContent();
  const model = whole.services.get(SERVICE);
  if (model === undefined) throw new Error('no service to begin with');
  const promise = Element.parse({
    type: 'promise',
    privacy: 'personal',
    sources: ['drawn'],
    label: words('居住承诺'),
    question: words('请看清您要承诺的事'),
    help: words('用手指签名'),
    statements: [words('我住在这个地址。')],
    consequence: words('不属实的，两年内不能再用承诺办事。'),
    decline: words('我带材料来'),
    problem: words('请写上姓名'),
  });
  const step = Step.parse({
    id: 'word',
    kind: 'promise',
    element: PROMISE,
    faults: { 'hub.away': 'go-on', 'hub.refused': 'leave-safely' },
  });
  const steps = model.steps.flatMap((each) => {
    if (each.kind === 'scan' || each.kind === 'ask') return [];
    return each.kind === 'review' ? [step, each] : [each];
  });
  content = {
    ...whole,
    elements: { ...whole.elements, [PROMISE]: promise },
    services: new Map([[SERVICE, { ...model, steps }]]),
  };
});

async function comesToThePromise(reply: Result<LookupReply, LookupFault> | 'no line'): Promise<TestKiosk> {
  const lookup: LookupPort = { find: async () => (reply === 'no line' ? fail('hub.away') : reply) };
  const kiosk = await testKiosk(content, { lookup: reply === 'no line' ? null : lookup });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SERVICE });
  await kiosk.intend({ kind: 'startService', service: SERVICE });
  await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.settle();
  return kiosk;
}

const CLEAR = ok({ lookup: 'promiseList', barred: null } as const);

async function submits(kiosk: TestKiosk) {
  await kiosk.intend({ kind: 'submit' });
  const submitted = kiosk.journal.records.map(({ body }) => body).find(({ kind }) => kind === 'case.submitted');
  return submitted?.kind === 'case.submitted' ? submitted : null;
}

test('read on one page, signed on the next, and kept with what the hub said', async () => {
  const kiosk = await comesToThePromise(CLEAR);
  expect(kiosk.view().body).toMatchObject({ kind: 'promise', statements: ['我住在这个地址。'] });
  await kiosk.intend({ kind: 'next' });
  // Nobody signs what isn't in sight, or said.
  const promised = { statements: ['我住在这个地址。'], consequence: '不属实的，两年内不能再用承诺办事。' };
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: PROMISE, input: { kind: 'signature' }, promised });
  expect(kiosk.view().spoken).toContain('我住在这个地址。');
  expect(kiosk.view().spoken).toContain(promised.consequence);
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', problem: '请写上姓名' });
  await kiosk.intend({ kind: 'answer', element: PROMISE, value: NAME });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.view().body.kind).toBe('review');
  const submitted = await submits(kiosk);
  expect(submitted?.promises).toMatchObject([{ element: PROMISE, state: 'signed', standing: 'clear' }]);
  expect(submitted?.answers).toMatchObject([{ element: PROMISE, value: NAME, source: 'drawn' }]);
});

test('who would rather bring the papers says so', async () => {
  const kiosk = await comesToThePromise(CLEAR);
  expect(kiosk.view().others.map(({ label }) => label)).toContain('我带材料来');
  await kiosk.intend({ kind: 'decline' });
  expect(kiosk.view().body.kind).toBe('review');
  expect((await submits(kiosk))?.promises).toMatchObject([{ state: 'declined', standing: 'clear' }]);
});

test('whose word isn’t taken learns since when and why, and goes on without it', async () => {
  const barred = { about: words('租房情况'), since: Day.parse('2026-03-01'), until: Day.parse('2028-03-01') };
  const kiosk = await comesToThePromise(ok({ lookup: 'promiseList', barred }));
  expect(kiosk.view().spoken).toContain('2026年3月1日');
  expect(kiosk.view().spoken).toContain('租房情况');
  expect(await kiosk.intend({ kind: 'decline' })).toBe(true);
  expect(kiosk.view().body.kind).toBe('info');
  await kiosk.intend({ kind: 'next' });
  expect((await submits(kiosk))?.promises).toMatchObject([{ state: 'barred', standing: 'barred' }]);
});

test('without a line the promise is taken, and the case says that nobody could be asked', async () => {
  const kiosk = await comesToThePromise('no line');
  expect(kiosk.view().body.kind).toBe('promise');
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'answer', element: PROMISE, value: NAME });
  await kiosk.intend({ kind: 'next' });
  expect((await submits(kiosk))?.promises).toMatchObject([{ state: 'signed', standing: 'unknown' }]);
});

test('a hub that refuses ends where the step says: nothing is promised, and the citizen may leave', async () => {
  const kiosk = await comesToThePromise(fail('hub.refused'));
  expect(kiosk.view()).toMatchObject({ body: { kind: 'info' }, primary: { intent: { kind: 'leave' } } });
});

test('whoever practises is asked about at no hub', async () => {
  const asked: unknown[] = [];
  const lookup: LookupPort = { find: async (question) => (asked.push(question), fail('hub.away')) };
  const kiosk = await testKiosk(content, { lookup });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SERVICE });
  await kiosk.intend({ kind: 'startService', service: SERVICE, as: 'practise' });
  await kiosk.intend({ kind: 'next' });
  await kiosk.intend({ kind: 'practiseCard', person: 'elder' });
  expect(kiosk.view().body.kind).toBe('promise');
  expect(asked).toEqual([]);
});

test('after a crash it goes on where it was', async () => {
  const before = await comesToThePromise(CLEAR);
  await before.intend({ kind: 'next' });
  const kiosk = await before.crash();
  expect(kiosk.view().body).toMatchObject({ kind: 'ask', element: PROMISE });
});
