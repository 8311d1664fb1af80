/** What the person behind may read over one's shoulder. */
import { expect, test } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './masks.ts';

test.each([
  ['林小英', '林*英'],
  ['林英', '林*'],
  ['欧阳小英子', '欧***子'],
  ['EXAMPLE, MARIA', 'E****** M****'],
  ['林', '林*'],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test('numbers keep their ends only', () => {
  expect(maskIdNumber('110101195003070012')).toBe('1101**********0012');
  expect(maskPhone('13812345678')).toBe('138****5678');
});

test('a number too short to mask in the middle shows its first character only', () => {
  expect(maskIdNumber('12345')).toBe('1****');
});
