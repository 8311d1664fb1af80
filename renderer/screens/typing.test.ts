/** Keys pressed one after another, and what stands in the field then. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typingOf, withCommas, type TypedInput } from './typing.ts';

const DATE: TypedInput = { kind: 'date', units: { year: '年', month: '月', day: '日' }, hint: '' };
const NUMBER: TypedInput = { kind: 'number', places: 3, unit: '个月' };
const MONEY: TypedInput = { kind: 'money', places: 5, unit: '元', point: '小数点' };

function typed(input: TypedInput, keys: string): string {
  const typing = typingOf(input);
  return [...keys].reduce((draft, key) => (key === '<' ? typing.erase(draft) : typing.press(draft, key)), '');
}

test.each([
  ['19500102', '19500102'],
  ['195032', '1950032'],
  ['1950152', '19500105'],
  ['19501231', '19501231'],
  ['195000112', '19500112'],
  ['1950119', '19501109'],
  ['195033<', '195003'],
  ['195033<<', '1950'],
  ['195003035', '19500303'],
])('the day %s stands as %s', (keys, draft) => {
  expect(typed(DATE, keys)).toBe(draft);
});

test('a day is given whole when its last digit can mean only one', () => {
  expect(typingOf(DATE).given('1950013')).toBe('19500103');
  expect(typingOf(DATE).given('195001')).toBe('195001');
});

test.each([
  ['007', '7'],
  ['0', '0'],
  ['1234', '123'],
])('the number %s stands as %s', (keys, draft) => {
  expect(typed(NUMBER, keys)).toBe(draft);
});

test.each([
  ['12.5', '12.5', '12.50'],
  ['.5', '0.5', '0.50'],
  ['12.', '12.', '12'],
  ['12..345', '12.34', '12.34'],
  ['0012.00', '12.00', '12'],
  ['1234567', '12345', '12345'],
])('the amount %s stands as %s and is given as %s', (keys, draft, given) => {
  expect(typed(MONEY, keys)).toBe(draft);
  expect(typingOf(MONEY).given(draft)).toBe(given);
});

test('amounts have a comma at every thousand', () => {
  expect(['', '12', '1234.5', '1234567.00'].map(withCommas)).toEqual(['', '12', '1,234.5', '1,234,567.00']);
});

test('whatever is typed, a full field takes no more, and erasing ends with an empty one', () => {
  const inputs = fc.constantFrom(DATE, NUMBER, MONEY);
  fc.assert(
    fc.property(inputs, fc.array(fc.constantFrom(...'0123456789.<'), { maxLength: 30 }), (input, keys) => {
      const typing = typingOf(input);
      const usable = keys.filter((key) => key !== '.' || input.kind === 'money').join('');
      let draft = typed(input, usable);
      if (typing.isFull(draft) && draft !== '0') expect(typing.press(draft, '5')).toBe(draft);
      for (let key = 0; key < 12; key++) draft = typing.erase(draft);
      expect(draft).toBe('');
    }),
  );
});
