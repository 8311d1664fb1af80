/** Lines break as in a Chinese book: no full stop begins a line, and no number or word is torn. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

/** Chinese signs are two wide, all others one. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);

test('a full stop stays with the word before it', () => {
  expect(breakLines('今天可以办理。明天也可以。', 12, widthOf)).toEqual(['今天可以办', '理。明天也可', '以。']);
});

test('an opening bracket goes to the next line with what it opens', () => {
  expect(breakLines('带上身份证（原件）', 12, widthOf)).toEqual(['带上身份证', '（原件）']);
});

test('numbers, amounts and words stay whole', () => {
  expect(breakLines('合计3,600.00元', 10, widthOf)).toEqual(['合计', '3,600.00元']);
  expect(breakLines('截至11月22日止', 10, widthOf)).toEqual(['截至11月', '22日止']);
  expect(breakLines('to the Wangshu District', 12, widthOf)).toEqual(['to the', 'Wangshu', 'District']);
});

test('what is wider than a line is torn rather than lost', () => {
  expect(breakLines('12345678901234567890', 8, widthOf)).toEqual(['12345678', '90123456', '7890']);
});

test('any text: every sign is there once, and no line is too wide', () => {
  const signs = fc.constantFrom(...'的一。，、（）“”《》a9 .-%元');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = breakLines(text.join(''), width, widthOf);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.join('').replaceAll(' ', ''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});
