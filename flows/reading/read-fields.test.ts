/** Recipes on pages: what is found, what is checked, and that nothing is ever guessed. */
import { describe, expect, test } from 'vitest';
import type { FieldReadings, PageRead, ReadLine } from '#contract/ocr.ts';
import { Recipe } from '../language/recipe.ts';
import { readFields } from './read-fields.ts';

const label = { 'zh-CN': '栏', en: 'field' };
const field = (kind: string, anchors: readonly string[], more: object = {}) => ({ label, kind, anchors, ...more });
const recipeOf = (fields: object, alsoPrinted: readonly string[] = []): Recipe => Recipe.parse({ fields, alsoPrinted });

const SIZE = 30;

/** Each line as text; a tab leaves a gap of ten characters, a space one of a third. Confidence 95. */
function pageOf(lines: readonly string[], confidence = 95): PageRead {
  return {
    width: 2000,
    height: 2000,
    confidence,
    elapsedMs: 1,
    lines: lines.map((line, index) => lineOf(line, 60 * index, confidence)),
  };
}

function lineOf(text: string, top: number, confidence: number): ReadLine {
  let left = 0;
  const words = text.split(/(?=[ \t])/u).map((word) => {
    const characters = [...word].flatMap((each) => {
      const width = each === '\t' ? SIZE * 10 : each === ' ' ? SIZE / 3 : SIZE;
      const box = { left, top, width, height: SIZE };
      left += width;
      return each.trim() === '' ? [] : [{ text: each, box, confidence }];
    });
    const box = { left: characters[0]?.box.left ?? left, top, width: characters.length * SIZE, height: SIZE };
    return { text: characters.map((each) => each.text).join(''), box, confidence, characters };
  });
  return { text, box: { left: 0, top, width: left, height: SIZE }, confidence, words };
}

/** What was found, or why not. */
function said(readings: FieldReadings): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readings).map(([name, reading]) => [
      name,
      reading.found ? `${reading.value} (${reading.check})` : reading.why,
    ]),
  );
}
const one = (kind: string, line: string, more: object = {}, confidence = 95): string =>
  said(readFields(recipeOf({ it: field(kind, ['持证人证号'], more) }), pageOf([`持证人证号：${line}`], confidence)))[
    'it'
  ] ?? '';

describe('kinds', () => {
  test.each([
    ['idNumber', '11010519491231002X', '11010519491231002X (checkDigit)'],
    ['idNumber', '11010519491231002x', '11010519491231002X (checkDigit)'],
    ['idNumber', '11O1O519 491231 002X', '11010519491231002X (checkDigit)'],
    ['idNumber', '11010519491231003X', 'contradicted'],
    ['idNumber', '1101051949123100', 'notItsKind'],
    ['idNumber', '110105194912310021234', 'notItsKind'],
    ['uscc', '91350100M000100Y43', '91350100M000100Y43 (checkDigit)'],
    ['uscc', '9135O1OOMO0O1OOY43', '91350100M000100Y43 (checkDigit)'],
    ['uscc', '91350100M000100Y44', 'contradicted'],
    ['date', '2026年11月21日', '2026-11-21 (format)'],
    ['date', '2026 年 1 月 2 日', '2026-01-02 (format)'],
    ['date', '2026-11-21', '2026-11-21 (format)'],
    ['date', '2026.02.28', '2026-02-28 (format)'],
    ['date', '二〇二六年十一月二十一日', '2026-11-21 (format)'],
    ['date', '二@〇一八年十月三十日', '2018-10-30 (format)'],
    ['date', '2026年2月30日', 'notItsKind'],
    ['date', '2026年13月1日', 'notItsKind'],
    ['date', '2O26年1月1日', 'notItsKind'],
    ['date', '二O〇〇一八年十月三日', 'notItsKind'],
    ['money', '￥1,234.50', '123450 (format)'],
    ['money', '兰 1,234.50元', '123450 (format)'],
    ['money', '0.05', '5 (format)'],
    ['money', '123450', 'notItsKind'],
    ['money', '1.234.50', 'notItsKind'],
    ['money', '1,23.50', 'notItsKind'],
    ['name', '周桂兰', '周桂兰 (anchorOnly)'],
    ['name', '周 桂 兰', '周桂兰 (anchorOnly)'],
    ['name', '阿依古丽·买买提', '阿依古丽·买买提 (anchorOnly)'],
    ['name', '周桂1', 'notItsKind'],
    ['address', '望舒区月华街道 18 号', '望舒区月华街道18号 (anchorOnly)'],
    ['address', '12345678', 'notItsKind'],
    ['text', 'J990901-2018-006036', 'J990901-2018-006036 (anchorOnly)'],
    ['text', '', 'nothingThere'],
  ])('%s %s: %s', (kind, read, expected) => {
    expect(one(kind, read)).toBe(expected);
  });
});

describe('where the value stands', () => {
  const person = recipeOf(
    {
      name: field('name', ['姓名']),
      birthDate: field('date', ['出生日期']),
      address: field('address', ['住址'], { value: 'untilNextAnchor' }),
    },
    ['性别', '户主姓名', '何时由何地迁来本址'],
  );

  test('ends where the next printed words begin', () => {
    expect(said(readFields(person, pageOf(['姓名 周桂兰 性别 女 出生日期 1964年3月12日'])))).toMatchObject({
      name: '周桂兰 (anchorOnly)',
      birthDate: '1964-03-12 (format)',
    });
  });

  test('ends where the next column begins, also when its printed words were misread', () => {
    expect(said(readFields(person, pageOf(['姓名 周桂兰\t性刑 女'])))['name']).toBe('周桂兰 (anchorOnly)');
  });

  test('longer printed words that contain an anchor are none', () => {
    expect(said(readFields(person, pageOf(['户主姓名 沈长庚', '姓名 周桂兰'])))['name']).toBe('周桂兰 (anchorOnly)');
  });

  test('an address runs on below itself, and not into what begins further left', () => {
    const lines = ['住址   望舒区月华街道', '\t桂枝路18号2单元', '何时由何地迁来本址 无'];
    const [first = ''] = lines;
    expect(said(readFields(person, pageOf(lines)))['address']).toBe('望舒区月华街道桂枝路18号2单元 (anchorOnly)');
    expect(said(readFields(person, pageOf([first, '阿时白问地 无'])))['address']).toBe('望舒区月华街道 (anchorOnly)');
  });

  test('below', () => {
    const recipe = recipeOf({
      total: field('money', ['合计'], { value: 'below' }),
      day: field('date', ['日期'], { value: 'below' }),
    });
    expect(said(readFields(recipe, pageOf(['日期\t合计', '2026-11-21 \t12.00'])))).toEqual({
      total: '1200 (format)',
      day: '2026-11-21 (format)',
    });
  });

  test('a slip in long printed words is forgiven, in short ones not', () => {
    const recipe = recipeOf({ code: field('text', ['统一社会信用代码']), name: field('name', ['姓名']) });
    expect(said(readFields(recipe, pageOf(['统一社全信用代码 A1', '性名 周桂兰'])))).toEqual({
      code: 'A1 (anchorOnly)',
      name: 'noAnchor',
    });
  });
});

describe('never a guess', () => {
  test('what is not sure enough stays empty, and shows where to look', () => {
    expect(one('name', '周桂兰', {}, 60)).toBe('unsure');
    expect(one('name', '周桂兰', { surely: 50 }, 60)).toBe('周桂兰 (anchorOnly)');
    const reading = readFields(recipeOf({ it: field('name', ['姓名']) }), pageOf(['姓名 周桂兰'], 60))['it'];
    expect(reading).toMatchObject({ found: false, raw: '周桂兰', box: { top: 0, height: SIZE } });
  });

  test('a check digit that holds needs no confidence', () => {
    expect(one('idNumber', '11010519491231002X', {}, 20)).toBe('11010519491231002X (checkDigit)');
  });

  test('two places that say different things are none', () => {
    const recipe = recipeOf({ name: field('name', ['姓名']) });
    expect(said(readFields(recipe, pageOf(['姓名 周桂兰', '姓名 沈长庚'])))['name']).toBe('severalValues');
    expect(said(readFields(recipe, pageOf(['姓名 周桂兰', '姓名 周桂兰'])))['name']).toBe('周桂兰 (anchorOnly)');
  });

  test('the second of two is not the first because the first was overlooked', () => {
    const recipe = recipeOf({ wife: field('name', ['姓名'], { place: { nth: 2, of: 2 } }) });
    expect(said(readFields(recipe, pageOf(['姓名 周桂兰', '姓名 沈长庚'])))['wife']).toBe('沈长庚 (anchorOnly)');
    expect(said(readFields(recipe, pageOf(['姓名 沈长庚'])))['wife']).toBe('noAnchor');
  });

  const amount = (figures: string, capitals: string): string => {
    const recipe = recipeOf({ total: field('money', ['（小写）'], { capitals: ['（大写）'] }) });
    return said(readFields(recipe, pageOf([`合计（大写）${capitals}\t（小写）${figures}`])))['total'] ?? '';
  };
  test.each([
    ['￥1,094.90', '壹仟零玖拾肆元玖角整', '109490 (saidTwice)'],
    ['￥1,094.90', '壹仟玖拾肆圆玖角正', '109490 (saidTwice)'],
    ['￥1,094.90', '过什零玖拾肆元玖角整', '109490 (saidTwice)'],
    ['兰1,.094.90', '过什零玖拾肆元玖角整', '109490 (saidTwice)'],
    ['兰1,.094.90', '', 'notItsKind'],
    ['￥1,094.90', '壹仟零玖拾柒元玖角整', 'contradicted'],
    ['￥11,094.90', '壹仟零玖拾肆元玖角整', 'contradicted'],
    ['￥1,094.90', '过什零天地玄黄', '109490 (format)'],
    ['￥1,094.90', '', '109490 (format)'],
  ])('figures %s, capitals %s: %s', (figures, capitals, expected) => {
    expect(amount(figures, capitals)).toBe(expected);
  });

  test('an empty page', () => {
    expect(said(readFields(recipeOf({ name: field('name', ['姓名']) }), pageOf([])))).toEqual({ name: 'noAnchor' });
  });
});
