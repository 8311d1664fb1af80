/** Where a fee and a signature follow the review, 提交 stands on the signature, and nobody is told to press it before. */
import { expect, test } from 'vitest';
import { ElementId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Step } from '../language/step.ts';
import { testKiosk } from '../testing/test-kiosk.ts';
import { SENIOR_CARD, walkToTheReview } from '../testing/visits.ts';

const SIGNATURE = ElementId.parse('applicantSignature');

test('checked, then the fee, then signed: only the last press says that it submits', async () => {
  const few = await fewContent();
  const model = few.services.get(SENIOR_CARD);
  if (model === undefined) throw new Error('no service to begin with');
  const more = [Step.parse({ id: 'cost', kind: 'fee' }), Step.parse({ id: 'name', kind: 'sign', element: SIGNATURE })];
  const steps = model.steps.flatMap((step) => (step.kind === 'submit' ? [...more, step] : [step]));
  const kiosk = await testKiosk({ ...few, services: new Map([[SENIOR_CARD, { ...model, steps }]]) });
  const shown = () => ({ kind: kiosk.view().body.kind, button: kiosk.view().primary?.label });
  const told = () => JSON.stringify([kiosk.view().spoken, kiosk.view().help]);

  await walkToTheReview(kiosk);
  expect(shown()).toEqual({ kind: 'review', button: '下一步' });
  expect(told()).not.toContain('按“提交”');
  await kiosk.intend({ kind: 'submit' });
  expect(shown()).toEqual({ kind: 'fee', button: '下一步' });
  expect(told()).not.toContain('按“提交”');
  await kiosk.intend({ kind: 'next' });
  expect(shown()).toEqual({ kind: 'ask', button: '提交' });
  await kiosk.intend({ kind: 'answer', element: SIGNATURE, value: 'M100 100L400 100M250 50L250 400' });
  await kiosk.intend({ kind: 'next' });
  expect(kiosk.journal.records.map(({ body }) => body.kind)).toContain('case.submitted');
});

test('where nothing follows, the review is the last press, and its help says so', async () => {
  const kiosk = await testKiosk(await fewContent());
  await walkToTheReview(kiosk);
  expect(kiosk.view().primary?.label).toBe('提交');
  expect(JSON.stringify(kiosk.view().help)).toContain('都对了，请按“提交”');
});
