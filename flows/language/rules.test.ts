/** Rules as the law wants them: typed, small, without patterns, and never silently false. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Elements } from './element.ts';
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
    expect(`${wrong?.message} ${wrong?.suggestion}`).toContain(reason);
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
    ['agred', 'nothing is called "agred"', 'did you mean "agreed"?'],
    ['wya == "post"', 'nothing is called "wya"', 'known here: way, agreed'],
    ['card.birthDat == ""', 'there is no "birthDat" in it', 'did you mean "birthDate"?'],
    ['ageon(card.birthDate, today) > 60', 'there is no function "ageon"', 'did you mean "ageOn"?'],
    ['ageOn(card.birthDate) > 60', 'ageOn can’t be used with text', 'ageOn(birth: text, day: text), for example'],
    ['way == agreed', 'text == yes/no', 'same kind'],
    ['ageOn(card.birthDate, today)', 'it gives a whole number', 'it must give yes/no'],
    ['agreed &&', 'this is no rule', 'for example'],
    ['members.exists(m, m.agee > 3)', 'there is no "agee" in it', 'did you mean "age"?'],
    ['1.5 > 1.0', 'only text, whole numbers', 'fen'],
    ['members == members', '"==" can’t compare the rows of members', 'one field'],
    ['members[0] in members', '"in" can’t compare members', 'one field'],
    ['members.exists(m, [m.age] == [3])', '"==" can’t compare a list of a whole number', 'one field'],
    ['members.exists(way, true)', '"way" already means something else', 'another name'],
  ])('%s', (expression, message, suggestion) => {
    const told = withRows.check(expression, 'bool');
    expect(told?.message).toContain(message);
    expect(told?.suggestion).toContain(suggestion);
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
