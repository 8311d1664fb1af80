/** Rules as the law wants them: typed, small, without patterns, and never silently false. */
import { describe, expect, test } from 'vitest';
import { Elements } from './element.ts';
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
