/** When a signature is a good answer, and what of it people read. */
import { expect, test } from 'vitest';
import { Element } from '../language/element.ts';
import { makeRules } from '../language/rules.ts';
import { answerInWords } from './answer-in-words.ts';
import { isGoodAnswer } from './answers.ts';

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
const rules = makeRules({});
const NAME = 'M100 100L400 100M250 50L250 400';

test.each([
  [signature, NAME, true],
  [signature, 'M1 1L2 2', false],
  [signature, '王建国', false],
  [signature, 'later', false],
  [mayWait, 'later', true],
  [mayWait, NAME, true],
])('%#', (element, value, good) => {
  expect(isGoodAnswer(element, value, rules, {})).toEqual({ ok: true, value: good });
});

test('in words it says that there is one, or when it will be given', () => {
  expect(answerInWords(signature, NAME).en).toBe('Signed by hand');
  expect(answerInWords(mayWait, 'later')).toEqual(later);
});
