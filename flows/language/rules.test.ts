/** Rules as the law wants them: typed, small, without patterns, and never silently false. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Elements } from './element.ts';
import { tell } from '../findings/findings.table.ts';
import { say, sayInEach } from '../findings/say.ts';
import type { FactTypes, RuleFacts } from './rule-facts.ts';
import { canBeAsked } from './rule-names.ts';
import { makeRules } from './rules.ts';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const common = { label: text('x'), question: text('x'), help: text('x'), privacy: 'none', sources: ['typed'] };
const elements = Elements.parse({
  way: { ...common, type: 'choice', options: [{ value: 'post', label: text('x') }] },
  agreed: { ...common, type: 'yesNo', yes: text('x'), no: text('x') },
});
const rules = makeRules(elements);
const card = { birthDate: '1966-11-21', address: '' };

describe('a rule is refused before it is ever asked', () => {
  test.each([
    ['a pattern', 'today.matches("(a+)+$")', 'matches'],
    ['a pattern inside a comprehension', '["a"].all(x, x.matches("a"))', 'matches'],
    ['two comprehensions in each other', '[1].all(x, [1].exists(y, y == x))', 'comprehension'],
    ['two comprehensions chained', '[1].map(x, x).all(y, y == 1)', 'comprehension'],
    ['a variable nobody declared', 'income > 3', 'income'],
    ['a field no card has', 'card.phone == ""', 'phone'],
    ['the way to JavaScript', 'card.constructor == ""', 'constructor'],
    ['something that is not yes or no', 'ageOn(card.birthDate, today)', 'whole number'],
    ['something of no known type', 'dyn(true)', 'dyn'],
    ['text compared with yes or no', 'way == agreed', ''],
    ['more than a person can read', Array.from({ length: 120 }, () => 'agreed').join(' && '), ''],
    ['deeper than a person can follow', `${'('.repeat(30)}true${')'.repeat(30)}`, ''],
    ['no rule at all', 'way ==', ''],
  ])('%s', (_name, expression, reason) => {
    const wrong = rules.check(expression, 'bool');
    expect(wrong).not.toBeNull();
    const { message, suggestion } = say(wrong ?? tell('rule.minus'), 'en');
    expect(`${message} ${suggestion}`).toContain(reason);
  });
});

test('a rule that asks what is not known yet is a fault, never no', () => {
  expect(rules.holds('way == "post"', { today: '2026-11-21' })).toEqual({
    ok: false,
    fault: { code: 'flow.fault', expression: 'way == "post"' },
  });
  expect(rules.holds('ageOn(card.birthDate, today) >= 60', { today: '2026-11-21', card: { birthDate: '' } }).ok).toBe(
    false,
  );
});

test('whole numbers come out as numbers, written in digits', () => {
  expect(rules.text('ageOn(card.birthDate, today)', { today: '2026-11-21', card })).toEqual({ ok: true, value: '60' });
});

test('a fault names the rule and nothing of the citizen', () => {
  const asked = rules.holds('way == "post"', { today: '2026-11-21', card });
  expect(JSON.stringify(asked)).not.toContain('1966');
});

test('a rule tells what it needs', () => {
  expect(rules.needs('agreed && way == "post" && today != ""')).toEqual(['agreed', 'way']);
  expect(rules.needs('card.address != "" || agreed')).toEqual(['card', 'agreed']);
});

describe('what is wrong is said in words, with what was probably meant', () => {
  test.each([
    ['agred', 'rule.unknownName', '没有叫“agred”的内容。', '是不是想写“agreed”？', 'Did you mean "agreed"?'],
    ['wya == "post"', 'rule.unknownName', '没有叫“wya”的内容。', '可以写的有：way、agreed', 'There are: way, agreed'],
    ['card.birthDat == ""', 'rule.unknownField', '里面没有“birthDat”。', '“birthDate”', 'Did you mean "birthDate"?'],
    ['ageon(today, today) > 60', 'rule.unknownFunction', '没有“ageon(…)”这种算法。', '“ageOn”', '"ageOn"?'],
    ['matches(way, "a")', 'rule.pattern', '条件里不能用 matches。', 'validator', 'validator'],
    [
      'ageOn(card.birthDate) > 60',
      'rule.call',
      '“ageOn”不能用在这里：给它的是文字。',
      '写法：ageOn(birth：文字，day：文字)，例如 ',
      'ageOn(birth: text, day: text), for example',
    ],
    ['way == agreed', 'rule.mixed', '这两样不能放在一起算：文字 == 是或否。', '同一类', 'same kind'],
    [
      'ageOn(card.birthDate, today)',
      'rule.gives',
      '这里要得出“是或否”，写的却得出整数。',
      '“是或否”',
      'It must give yes/no',
    ],
    ['agreed &&', 'rule.unreadable', '这个条件读不懂：写到末尾还不完整。', '例如', 'For example'],
    ['agreed & way', 'rule.unreadable', '这个条件读不懂：在“& way”这里读不下去。', '例如', 'For example'],
    ['way == "post', 'rule.unreadable', '这个条件读不懂：引号没有配对。', '例如', 'For example'],
    ['members.exists(m, m.agee > 3)', 'rule.unknownField', '里面没有“agee”。', '“age”', '"age"?'],
    ['1.5 > 1.0', 'rule.value', '条件里只能写文字、整数、true 和 false。', '1250', 'fen'],
    ['members == members', 'rule.compare', '“==”不能比较“members”的各行。', '其中的一项', 'one field'],
    ['members[0] in members', 'rule.compare', '“in”不能比较members。', '其中的一项', 'one field'],
    ['members.exists(m, [m.age] == [3])', 'rule.compare', '“==”不能比较一列整数。', '其中的一项', 'one field'],
    ['members.exists(way, true)', 'rule.nameTaken', '“way”已经是别的内容的名称。', '换一个', 'another name'],
    ['members.all(m, [1].exists(n, n == m.age))', 'rule.nested', '“exists(…)”写在另一个', '只用一个', 'Use one'],
    ['-way == ""', 'rule.minus', '“-”后面不是数字。', '0 - …', '0 - …'],
    ['{"a": 1}["a"] == 1', 'rule.notHere', '条件里不能用“{ }”。', '条件 ? 成立时', 'conditions'],
    ['agreed // so', 'rule.comment', '条件里不能有“//”。', '#', '#'],
    ['"\ud800" == way', 'rule.halfCharacter', '这个条件里有半个字符。', '重新', 'again'],
    [`way == "${'x'.repeat(500)}"`, 'rule.tooLong', '这个条件超过 500 个字符', '两个', 'two rules'],
    [`${'('.repeat(60)}true${')'.repeat(60)}`, 'rule.tooDeep', '太深', '两个', 'two rules'],
    ['size(members) > 0 ? agreed : way', 'rule.other', '自助机算不了', '简单', 'simpler'],
  ] as const)('%s', (expression, code, chinese, todo, english) => {
    const told = withRows.check(expression, 'bool');
    expect(told?.rule).toBe(code);
    const said = sayInEach(told ?? tell('rule.minus'));
    expect(said['zh-CN'].message).toContain(chinese);
    expect(said['zh-CN'].suggestion).toContain(todo);
    expect(said.en.suggestion).toContain(english);
  });
});

const members: FactTypes[string] = {
  rows: { age: 'int', name: 'string', insured: 'bool', jobs: { rows: { fen: 'int' } } },
};
const withRows = makeRules(elements, { more: { members } });

describe('rows of a repeated group are a list with named, typed fields', () => {
  const facts = {
    today: '2026-11-21',
    members: [
      { age: 61, name: '甲', insured: true, jobs: [] },
      { age: 7, name: '乙', insured: false, jobs: [{ fen: 1250 }] },
    ],
  };
  test.each([
    ['members.exists(m, m.age > 60)', true],
    ['members.all(m, m.insured)', false],
    ['members.filter(m, m.age < 18).size()', 1],
    ['sum(members.map(m, m.age))', 68],
    ['size(members)', 2],
    ['members[1].name', '乙'],
    ['members[1].jobs[0].fen * 12', 15_000],
    ['members.all(m, size(m.jobs) < 2)', true],
  ])('%s', (expression, answer) => {
    expect(withRows.answer(expression, facts)).toEqual({ ok: true, value: answer });
  });

  test('no rows are rows too; what is none, lacks a field or has one of another type is a fault', () => {
    const asked = (rows: RuleFacts[string]) => withRows.holds('members.exists(m, m.age > 60)', { members: rows });
    expect(asked([])).toEqual({ ok: true, value: false });
    for (const rows of ['text', { age: 61 }, [{ name: '甲' }], [{ age: '61' }], [{ age: 61.5 }]])
      expect(asked(rows).ok).toBe(false);
    expect(asked(Array.from({ length: 101 }, () => ({ age: 1 }))).ok).toBe(false);
  });
});

test('a name that may be asked for can be, and no other is allowed', () => {
  const words = [
    'in',
    'true',
    'as',
    'today',
    'card',
    'ageOn',
    'size',
    'int',
    'constructor',
    'toString',
    '__proto__',
    'a b',
  ];
  for (const word of words) expect([word, canBeAsked(word)]).toEqual([word, false]);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/), (name) => {
      fc.pre(canBeAsked(name));
      const asking = makeRules({}, { more: { [name]: 'string' } });
      expect(asking.check(`${name} == ""`, 'bool')).toBeNull();
    }),
  );
});
