/** Whoever looks over a shoulder or at a list recognises a name at most, and learns none. */
import { expect, test } from 'vitest';
import { maskName } from './mask-name.ts';

test.each([
  ['林秀英', '林*英'],
  ['王芳', '王*'],
  ['欧阳建国', '欧**国'],
  ['买买提·阿不都拉', '买******拉'],
  ['𠮷田', '𠮷*'],
  ['林', '*'],
  ['欧阳小英子', '欧***子'],
  ['Anna Müller', 'A*** M*****'],
  ['EXAMPLE, MARIA', 'E****** M****'],
  ['O', '*'],
  ['', '*'],
])('%s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
