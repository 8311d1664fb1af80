/** Two offices are asked one directly after the other, with no page between: the second is really asked, and answers. */
import { expect, test } from 'vitest';
import { SourceId } from '#contract/ids.ts';
import type { LookupPort } from '#contract/lookup.ts';
import { ok } from '#contract/result.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Step } from '../language/step.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { testKiosk } from '../testing/test-kiosk.ts';
import { putDown, SENIOR_CARD } from '../testing/visits.ts';

const OFFICES = ['companyRegister', 'household'].map((id) => SourceId.parse(id));

test('the second of two questions without a page between them is asked too', async () => {
  const content = await fewContent();
  const senior = content.services.get(SENIOR_CARD);
  if (senior === undefined) throw new Error('no service to begin with');
  const [one, other] = OFFICES.map((source, index) =>
    Step.parse({
      id: `asking${index + 1}`,
      kind: 'lookup',
      source,
      shown: false,
      timeLimitSeconds: 8,
      faults: { 'hub.away': 'retry', 'hub.refused': 'leave-safely' },
    }),
  );
  if (one === undefined || other === undefined) throw new Error('there are two offices');
  const at = senior.steps.findIndex(({ kind }) => kind === 'identify') + 1;
  const services = new Map([[SENIOR_CARD, { ...senior, steps: senior.steps.toSpliced(at, 0, one, other) }]]);
  const asked: string[] = [];
  const find: LookupPort['find'] = async (lookup) => {
    if (lookup.lookup !== 'source') throw new Error('nothing else is looked up here');
    asked.push(lookup.source);
    return ok({ lookup: 'source', source: lookup.source, found: null });
  };
  const kiosk = await testKiosk({ ...content, services }, { lookup: { find } });
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD });
  while (kiosk.view().body.kind === 'info') await kiosk.intend({ kind: 'next' });
  await putDown(kiosk, LIN_XIAOYING);
  await kiosk.settle();
  expect(asked).toEqual(OFFICES);
  expect(kiosk.view().body.kind).not.toBe('lookup');
});
