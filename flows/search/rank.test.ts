/** Finding a service by how people talk and type: sentences, dialect, slips, Pinyin, initials, English; and not finding. */
import { beforeAll, expect, test } from 'vitest';
import { fewContent, wholeContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { idOf } from './entries.ts';
import { rank } from './rank.ts';
import { buildIndex, type SearchIndex } from './search-index.ts';

let content: Content;
let index: SearchIndex;
beforeAll(async () => {
  content = await fewContent();
  index = buildIndex(content);
});
const found = (text: string): readonly string[] => rank(index, text).hits.map(({ entry }) => idOf(entry.found));

test.each([
  ['我想给孩子上户口', 'birth-registration'],
  ['屋头的娃儿要上个户口 咋个办嘛', 'birth-registration'],
  ['出声登记', 'birth-registration'],
  ['chusheng dengji', 'birth-registration'],
  ['cu sen den ji', 'birth-registration'],
  ['csdj', 'birth-registration'],
  ['birth registraton', 'birth-registration'],
  ['ＢＩＲＴＨ　ｒｅｇｉｓｔｒａｔｉｏｎ！', 'birth-registration'],
  ['奶奶坐公交想不花钱', 'senior-card'],
  // Only a question on its guide says this.
  ['剖腹产的能不能多领', 'birth-allowance'],
  ['出生一件事', 'birth-package'],
])('who types "%s" is offered %s first', (typed, wanted) => {
  expect(found(typed)[0]).toBe(wanted);
});

test.each([
  '火车票',
  '买两张电影票',
  'train ticket',
  '',
  '   ',
  '？！',
  '今天下不下雨',
  'qqqq',
  '修电脑',
  'weather tomorrow',
  '😀',
  // What other offices do, as it is typed; a homophone of it; and what is said to a machine.
  '护照',
  'huzhao',
  '護照',
  '驾照到期了',
  '你好',
])('for "%s" nothing is offered', (typed) => {
  expect(found(typed)).toEqual([]);
});

test('who only mentions what no hall does is offered what they want, without a doubt', () => {
  const { hits, isSure } = rank(index, '带身份证就能办老年卡吗');
  expect([hits[0]?.entry.title.en, isSure]).toEqual(['Senior Citizen Card', true]);
});

test('what a few words of a service speak for is offered with a doubt', () => {
  const { hits, isSure } = rank(index, '我家的娃不听话');
  expect([hits.length > 0, isSure]).toEqual([true, false]);
});

test('initials that are a known word mean that word, not one a letter away', async () => {
  const whole = buildIndex(await wholeContent());
  // 最低生活保障 and 社会保障卡; 残疾人生活补贴 is SHBT.
  const [first, second] = rank(whole, 'SHBZ').hits.map(({ entry }) => idOf(entry.found));
  expect([first, second]).toEqual(['minimum-living', 'newborn-social-card']);
});

test('the same words find the same, in the same order, in another index of the same release', () => {
  const again = buildIndex(content);
  const typed = '孩子的医保卡';
  expect(rank(again, typed).hits.map(({ entry, score }) => [idOf(entry.found), score])).toEqual(
    rank(index, typed).hits.map(({ entry, score }) => [idOf(entry.found), score]),
  );
});

test('a text without end is no more work than a long sentence', () => {
  expect(rank(index, `出生登记${'请'.repeat(1_000_000)}`).hits[0]?.entry.title.en).toBe('Birth Registration');
});
