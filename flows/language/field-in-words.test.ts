/** What comes from elsewhere reads as what was answered here. */
import { expect, test } from 'vitest';
import { answerInWords } from '../compile/answer-in-words.ts';
import { Column } from './element.ts';
import { fieldInWords } from './field-in-words.ts';

const INCOME = Column.parse({
  id: 'monthlyIncome',
  type: 'money',
  label: { 'zh-CN': '收入', en: 'Income' },
  question: { 'zh-CN': '每月收入多少？', en: 'What is the income?' },
  help: { 'zh-CN': '按月填写。', en: 'By the month.' },
  privacy: 'sensitive',
  min: 0,
  max: 9_999_900,
  problem: { 'zh-CN': '请再看一下。', en: 'Please look again.' },
});

test('money is said in one way, whoever told the amount', () => {
  const said = { 'zh-CN': '12.50元', en: '12.50 yuan' };
  expect(fieldInWords({ type: 'money', words: {} }, 1250)).toEqual(said);
  expect(answerInWords(INCOME, 1250)).toEqual(said);
});

test('a number is read with what it counts, one of them in the singular; what isn’t there stays empty', () => {
  const months = { type: 'number', unit: { 'zh-CN': '个月', en: 'months', one: 'month' } } as const;
  expect(fieldInWords(months, 36)).toEqual({ 'zh-CN': '36个月', en: '36 months' });
  expect(fieldInWords(months, 1)).toEqual({ 'zh-CN': '1个月', en: '1 month' });
  expect(fieldInWords(months, undefined)).toEqual({ 'zh-CN': '', en: '' });
  const level = { type: 'number', unit: { 'zh-CN': '级', en: 'of 4' } } as const;
  expect(fieldInWords(level, 1)).toEqual({ 'zh-CN': '1级', en: '1 of 4' });
});
