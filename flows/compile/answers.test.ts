/** When a signature is a good answer, and what of it people read. */
import { expect, test } from 'vitest';
import { Day } from '#contract/ids.ts';
import { ok } from '#contract/result.ts';
import { Element } from '../language/element.ts';
import { answerInWords } from './answer-in-words.ts';
import { isGoodAnswer } from './answers.ts';
import { freshContext } from './plan-context.ts';
import type { PlanRules } from './plan-rules.ts';

const words = { 'zh-CN': '签名', en: 'signature' };
const signature = Element.parse({
  type: 'signature',
  privacy: 'sensitive',
  sources: ['drawn'],
  label: words,
  question: words,
  help: words,
  problem: words,
});
const later = { 'zh-CN': '领取时再签', en: 'I sign when I collect it' };
const mayWait = Element.parse({ ...signature, later });
/** None of these questions has a rule. */
const rules: PlanRules = {
  holds: () => ok(false),
  text: () => ok(''),
  whole: () => ok(0),
  keysOf: () => [],
};
const TODAY = Day.parse('2026-03-02');
const NAME = 'M100 100L400 100M250 50L250 400';

test.each([
  [signature, NAME, true],
  [signature, 'M1 1L2 2', false],
  [signature, '王建国', false],
  [signature, 'later', false],
  [mayWait, 'later', true],
  [mayWait, NAME, true],
])('%#', (element, value, good) => {
  expect(isGoodAnswer(element, value, rules, freshContext(TODAY))).toEqual({ ok: true, value: good });
});

test('in words it says that there is one, or when it will be given', () => {
  expect(answerInWords(signature, NAME).en).toBe('Signed by hand');
  expect(answerInWords(mayWait, 'later')).toEqual(later);
});
