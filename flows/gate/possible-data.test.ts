/** What the gate lets a source bring: nothing, and values on both sides of what rules compare with. */
import { expect, test } from 'vitest';
import { Day } from '#contract/ids.ts';
import { Source } from '../language/source.ts';
import { keyOfRow, possibleData } from './possible-data.ts';

const word = { 'zh-CN': '字', en: 'word' };
const field = (name: string, type: string) => ({ name, type, label: word, privacy: 'none' });
const insurance = Source.parse({
  connector: 'insurance',
  label: word,
  nothing: word,
  fields: [{ ...field('months', 'number'), unit: word }, field('insured', 'yesNo'), field('employer', 'text')],
  rows: { label: word, key: 'year', fields: [field('year', 'text'), field('base', 'money')] },
});
const TODAY = Day.parse('2026-06-15');
const NO_CHECKS = () => 0;

test('a number lies below, on and above what a rule names; what no rule asks for is always the same', () => {
  const brought = possibleData('insurance', insurance, ['insurance.months >= 180 && other.insured'], TODAY, NO_CHECKS);
  const fields = brought.map((found) => found?.fields ?? null);
  expect(fields).toContain(null);
  expect(new Set(fields.map((each) => each?.['months']))).toEqual(new Set([1, 0, 179, 180, 181, undefined]));
  expect(new Set(fields.flatMap((each) => each?.['insured'] ?? []))).toEqual(new Set([true]));
});

test('a list has the row that is picked', () => {
  const [first] = possibleData('insurance', insurance, [], TODAY, NO_CHECKS);
  expect(first?.rows.map((row) => row['year'])).toEqual([keyOfRow(insurance)]);
});
