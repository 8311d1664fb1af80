/** The 56 groups by their digits, in both languages. */
import { expect, test } from 'vitest';
import { nationName } from './nations.ts';

test.each([
  ['01', '汉族', 'Han'],
  ['04', '藏族', 'Tibetan'],
  ['10', '朝鲜族', 'Korean'],
  ['11', '满族', 'Manchu'],
  ['56', '基诺族', 'Jino'],
  ['97', '97', '97'],
  ['00', '00', '00'],
])('%s is %s, in English %s', (code, chinese, english) => {
  expect(nationName(code, 'zh-CN')).toBe(chinese);
  expect(nationName(code, 'en')).toBe(english);
});
