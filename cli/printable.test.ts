/** Nobody takes over a technician's terminal with a code held before the scanner. */
import { expect, test } from 'vitest';
import { writeAnswer } from './answer.ts';

test('control characters of an answer are written out, line breaks and Chinese stay', () => {
  const written: string[] = [];
  const paper = { out: (text: string) => written.push(text), error: (text: string) => written.push(text) };
  const text = '望舒\n\u001b]0;mine\u0007\u009b2J\u007f';
  writeAnswer({ ok: true, value: { result: null, text, exitCode: 0 } }, false, paper);
  writeAnswer({ ok: false, fault: { code: 'usage', message: text, hint: '', exitCode: 2 } }, false, paper);
  const safe = '望舒\n\\x1b]0;mine\\x07\\x9b2J\\x7f';
  expect(written).toEqual([safe, `${safe}\n`]);
});
