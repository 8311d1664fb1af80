/** What the person behind may read over one's shoulder. */
import { expect, test } from 'vitest';
import { maskIdNumber, maskPhone } from './masks.ts';

test('numbers keep their ends only', () => {
  expect(maskIdNumber('110101195003070012')).toBe('1101**********0012');
  expect(maskPhone('13812345678')).toBe('138****5678');
});

test('a number too short to mask in the middle shows its first character only', () => {
  expect(maskIdNumber('12345')).toBe('1****');
});
