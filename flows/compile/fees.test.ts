/** What is to be paid for these answers: only what applies, as often as it applies, and a fault where that can't be told. */
import { expect, test } from 'vitest';
import { Day, ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Fees } from '../language/fee.ts';
import { feesNow, leastFee } from './fees.ts';
import { freshContext } from './plan-context.ts';
import { planRules } from './plan-rules.ts';

const word = { 'zh-CN': '工本费', en: 'Document fee' };

test('a fee that does not apply, or none times, is on no bill; one whose number fails is a fault', async () => {
  const content = await fewContent();
  const model = content.services.get(ServiceId.parse('senior-card'));
  const [known] = Object.values(content.fees);
  if (model === undefined || known === undefined) throw new Error('nothing to begin with');
  const fees = Fees.parse({ copy: { ...known, label: word, amountFen: 500 } });
  const [id] = Object.keys(fees) as (keyof typeof fees)[];
  if (id === undefined) throw new Error('no fee');
  const rules = planRules(content);
  const context = freshContext(Day.parse('2026-11-21'));
  const bill = (...items: readonly object[]) =>
    feesNow([{ ...model, fees: items.map((item) => ({ fee: id, ...item })) } as typeof model], fees, rules, context);
  const all = bill({}, { quantity: '3' }, { quantity: '0' }, { quantity: '0 - 2' }, { when: 'false' });
  expect(all.ok && all.value.map(({ quantity, totalFen }) => [quantity, totalFen])).toEqual([
    [1, 500],
    [3, 1500],
  ]);
  expect(bill({ quantity: '1 / 0' }).ok).toBe(false);
  expect(leastFee([{ ...model, fees: [{ fee: id }] } as typeof model], fees)).toEqual({ feeFen: 500, orMore: false });
});
