/** The list shows enough of a name to recognise it, and no more. */
import { expect, test } from 'vitest';
import { maskName } from './mask-name.ts';

test.each([
  ['林秀英', '林*英'],
  ['王芳', '王*'],
  ['欧阳建国', '欧**国'],
  ['买买提·阿不都拉', '买******拉'],
  ['𠮷田', '𠮷*'],
  ['林', '*'],
  ['Anna Müller', 'A*** M*****'],
  ['', '*'],
])('%s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
