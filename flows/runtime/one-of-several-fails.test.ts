/** What one service of a cart needs can't be had: it alone is left out, on that page, and the others go on to their end. */
import { beforeAll, expect, test } from 'vitest';
import { ServiceId, SourceId } from '#contract/ids.ts';
import type { LookupPort } from '#contract/lookup.ts';
import { fail, ok } from '#contract/result.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Step } from '../language/step.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import { putDown, SENIOR_CARD } from '../testing/visits.ts';

const OTHER = ServiceId.parse('household-proof');
const LOOKUP = Step.parse({
  id: 'asking',
  kind: 'lookup',
  source: SourceId.parse('companyRegister'),
  shown: false,
  timeLimitSeconds: 8,
  faults: { 'hub.away': 'retry', 'hub.refused': 'leave-safely' },
});

type Reply = Awaited<ReturnType<LookupPort['find']>>;

let content: Content;
let scan: Step;
beforeAll(async () => {
  content = await fewContent();
  const model = content.services.get(ServiceId.parse('birth-allowance'))?.steps.find(({ id }) => id === 'bank');
  if (model === undefined) throw new Error('no step to begin with');
  const { when: _always, ...plain } = model;
  scan = Step.parse(plain);
});

/** In a cart of two, the senior card alone wants this step; the other needs nothing but the card. */
async function comesTo(step: Step, steps: readonly string[], reply: Reply = fail('hub.refused')): Promise<TestKiosk> {
  const [senior, other] = [content.services.get(SENIOR_CARD), content.services.get(OTHER)];
  if (senior === undefined || other === undefined) throw new Error('no services to begin with');
  const at = senior.steps.findIndex(({ kind }) => kind === 'identify') + 1;
  const plain = other.steps.filter(({ kind }) => kind !== 'scan' && kind !== 'ask');
  const services = new Map([
    [SENIOR_CARD, { ...senior, steps: senior.steps.toSpliced(at, 0, step) }],
    [OTHER, { ...other, steps: plain }],
  ]);
  const materials = Object.entries(content.materials).map(([id, each]) => [id, { ...each, deferrableWorkdays: null }]);
  const lookup = { find: async () => reply };
  const kiosk = await testKiosk({ ...content, services, materials: Object.fromEntries(materials) }, { lookup });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'addToCart', services: [SENIOR_CARD, OTHER] });
  await kiosk.intend({ kind: 'openCart' });
  await kiosk.intend({ kind: 'checkout' });
  while (kiosk.view().body.kind === 'info') await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.settle();
  for (const _ of steps) await kiosk.intend({ kind: 'next' });
  return kiosk;
}

async function leavesItOut(kiosk: TestKiosk): Promise<void> {
  const offered = kiosk.view().others.flatMap(({ intent }) => (intent.kind === 'removeFromCart' ? [intent] : []));
  expect(offered).toEqual([{ kind: 'removeFromCart', service: SENIOR_CARD }]);
  for (const intent of offered) await kiosk.intend(intent);
  expect(kiosk.view().body.kind).toBe('review');
  await kiosk.intend({ kind: 'submit' });
  const cases = kiosk.journal.records.flatMap(({ body }) => (body.kind === 'case.submitted' ? [body.service] : []));
  expect(cases).toEqual([OTHER]);
}

test('the office refuses what is looked up', async () => {
  const kiosk = await comesTo(LOOKUP, []);
  expect(kiosk.view().body).toMatchObject({ kind: 'lookup', phase: 'trouble' });
  await leavesItOut(kiosk);
});

test('an office answers something else: that is no answer, and nobody waits for ever', async () => {
  const other = { lookup: 'source', source: SourceId.parse('household'), found: null } as const;
  const kiosk = await comesTo(LOOKUP, [], ok(other));
  expect(kiosk.view().body).toMatchObject({ kind: 'lookup', phase: 'trouble' });
  await leavesItOut(kiosk);
});

test('the camera is gone', async () => {
  const kiosk = await comesTo(scan, ['check']);
  expect(kiosk.view().body).toMatchObject({ kind: 'scan', phase: 'capturing' });
  await kiosk.cameraFailed('camera.absent');
  expect(kiosk.view().body).toMatchObject({ kind: 'scan', phase: 'trouble' });
  await leavesItOut(kiosk);
});

test('the paper lies at home and may not come later', async () => {
  await leavesItOut(await comesTo(scan, ['check']));
});

test('where every service wants it, none is left out: whoever can’t go on leaves', async () => {
  const kiosk = await comesTo(LOOKUP, []);
  await kiosk.intend({ kind: 'removeFromCart', service: OTHER });
  expect(kiosk.view().others).toEqual([]);
  expect(kiosk.view().primary?.intent).toEqual({ kind: 'leave' });
});
