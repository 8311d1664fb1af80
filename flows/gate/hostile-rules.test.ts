/** Whatever text stands where a rule should: it is refused in words and in bounded work, and reaches nothing of JavaScript. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Elements } from '../language/element.ts';
import type { FactTypes } from '../language/rule-facts.ts';
import { makeRules } from '../language/rules.ts';
import type { Told } from '../findings/findings.table.ts';
import { sayInEach } from '../findings/say.ts';
import { agree } from './check-engines.ts';
import { factsFor } from './facts-for.ts';
import { secondEngine } from './second-engine.ts';

const none = Elements.parse({});
const more: FactTypes = {
  agreed: 'bool',
  way: 'string',
  income: 'int',
  members: { rows: { age: 'int', name: 'string' } },
};
const rules = makeRules(none, { more });
const second = secondEngine(rules);
const facts = {
  today: '2026-11-21',
  agreed: true,
  way: 'post',
  income: 1,
  members: Array.from({ length: 100 }, (_, age) => ({ age, name: 'x'.repeat(1000) })),
  card: { name: 'x' },
};

/** Of the longest of its sentences in either language. */
function lengthOf(told: Told | null): number {
  const said = told === null ? [] : Object.values(sayInEach(told));
  return Math.max(0, ...said.flatMap(({ message, suggestion }) => [message.length, suggestion.length]));
}

const TEN_MEGABYTES = 10 * 1024 * 1024;
const nested = (inner: string, times: number, before: string, after: string) =>
  before.repeat(times) + inner + after.repeat(times);

test.each([
  ['10 MB of spaces', ' '.repeat(TEN_MEGABYTES)],
  ['10 MB of one text', `"${'a'.repeat(TEN_MEGABYTES)}" == ""`],
  ['10 MB of brackets', '('.repeat(TEN_MEGABYTES)],
  ['brackets as deep as a rule is long', nested('true', 248, '(', ')')],
  ['lists as deep as a rule is long', nested('', 240, '[', ']')],
  ['signs as many as a rule is long', '!'.repeat(496) + 'true'],
  ['minus signs', '-'.repeat(490) + '1 == 1'],
  ['conditions in conditions', nested('true', 100, 'true?', ':false')],
  ['points', `card${'.name'.repeat(99)} == ""`],
  ['indexes', `members${'[0]'.repeat(160)}.age > 0`],
  ['calls in calls', nested('"2026-01-01"', 40, 'maskedId(', ')') + ' == ""'],
  ['a list of 200 numbers', `1 in [${Array.from({ length: 200 }, () => '1').join()}]`],
  ['a call with fifty values', `ageOn(${Array.from({ length: 50 }, () => '1').join()}) == 1`],
  ['a table', '{"a": 1}["a"] == 1'],
  ['tables in tables', `${nested('1', 50, '{"a":', '}')} == 1`],
  ['a table with __proto__', '{"__proto__": {"admin": true}}["admin"] == true'],
  ['keys that look like numbers', '{1: true, "1": false}[1]'],
  ['comprehensions in each other', 'members.all(a, members.all(b, members.all(c, a.age + b.age + c.age > 0)))'],
  ['a comprehension over a comprehension', 'members.map(a, a.age).filter(b, b > 1).size() > 0'],
  ['a comprehension that takes a known name', 'members.exists(today, today.age > 1)'],
  ['cel.bind', 'cel.bind(x, way + way, x == way)'],
  ['a pattern', 'way.matches("(a+)+$")'],
  ['a pattern as a function', 'matches(way, "(a+)+$")'],
  ['a pattern inside a list rule', 'members.exists(m, m.name.matches("(x+)+y"))'],
  ['a pattern in another case', 'way.Matches("a")'],
  ['bytes', 'b"abc" == b"abc"'],
  ['a number that is not whole', '0.1 + 0.2 == 0.3'],
  ['a number beyond all', '99999999999999999999 > 0'],
  ['an unsigned number', '1u == 1u'],
  ['nothing', 'null == null'],
  ['a type', 'type(way) == string'],
  ['no type at all', 'dyn(way) == 1'],
  ['a moment', 'timestamp("2026-01-01T00:00:00Z").getFullYear() == 2026'],
  ['a number from text', 'int(way) > 0'],
  ['another clock', 'now() > 0'],
  ['an optional', 'card.?name == optional.none()'],
  ['the way to JavaScript', 'way.constructor == way'],
  ['the way to JavaScript by its name', 'card["constructor"] == ""'],
  ['the way to JavaScript from a row', 'members[0].__proto__ == way'],
  ['JavaScript itself', 'constructor("return 1")() == 1'],
  ['a reserved word', '__proto__ == way'],
  ['a zero-width space in a name', 'agr​eed'],
  ['right-to-left signs around a name', '‮agreed‬'],
  ['a name in letters that look the same', 'аgreed'],
  ['full-width letters', 'ａｇｒｅｅｄ'],
  ['a comment', 'agreed // && false'],
  ['two rules', 'agreed; agreed'],
  ['a NUL', 'agreed\0'],
  ['half a letter', '"\ud800" == way'],
  ['a text that never ends', 'way == "post'],
  ['no text', ''],
])('%s is refused, told in few words, and never asked', (_name, expression) => {
  const told = rules.check(expression, 'bool');
  expect(told).not.toBeNull();
  expect(lengthOf(told)).toBeLessThan(600);
  expect(rules.answer(expression, facts).ok).toBe(false);
  expect(rules.needs(expression)).toEqual([]);
});

/** Pieces of rules and of attacks, put together without sense. */
const pieces = fc.constantFrom(
  ...['agreed', 'way', 'income', 'members', 'card', 'today', 'm', 'x', '__proto__', 'constructor', 'prototype'],
  ...['toString', 'valueOf', 'hasOwnProperty', 'matches', 'all', 'exists', 'map', 'filter', 'size', 'ageOn', 'has'],
  ...['(', ')', '[', ']', '{', '}', '.', ',', '?', ':', '.?', '==', '!=', '<', '>', '&&', '||', '!', '-', '+', '*'],
  ...['/', '%', ' in ', '1', '0', '9223372036854775807', '"a"', "'b'", '"""', 'r"\\', '"\\u0000"', 'b"', '1.5', '1u'],
  ...['true', 'false', 'null', ' ', '\n', '\u200b', '\u202e', '//', '\\', '`', '"__proto__"', '"constructor"', '日'],
);
const nonsense = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 120 }),
);

test('nonsense made of rules and attacks: refused, or asked with the same answer by both engines', () => {
  let taken = 0;
  fc.assert(
    fc.property(nonsense, (expression) => {
      const told = rules.check(expression, 'bool');
      if (told !== null) {
        expect(lengthOf(told)).toBeLessThan(600);
        expect(rules.holds(expression, facts).ok).toBe(false);
        return;
      }
      taken += 1;
      const tried = factsFor(expression, rules.needs(expression), rules.types, 10);
      expect(tried.filter((each) => !agree(rules, second, expression, each))).toEqual([]);
    }),
    // Chance does not decide whether some are taken.
    { numRuns: 5000, examples: [['true'], ['agreed'], ['income > 1']] },
  );
  expect(taken).toBeGreaterThan(0);
});

test('facts with hostile names and values give a fault or what was declared, never anything inherited', () => {
  const hostile = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, NaN, 1.5, -0, 2 ** 60, 10n, Symbol('x'), () => true, new Date(0)),
    fc.object({ key: fc.constantFrom('age', 'name', '__proto__', 'constructor', '0') }),
    fc.array(fc.anything()),
    fc.string(),
    fc.integer(),
  );
  const asked = [
    'members.exists(m, m.age > 60)',
    'card.name == ""',
    'income > 0',
    'way == ""',
    'agreed',
    'members[0].name',
  ];
  fc.assert(
    fc.property(hostile, fc.constantFrom('members', 'card', 'income', 'way', 'agreed'), (value, name) => {
      const known = JSON.parse('{"__proto__": {"agreed": true, "way": ""}}') as Record<string, never>;
      Object.defineProperty(known, name, { value, enumerable: true });
      for (const expression of asked) {
        const answer = rules.answer(expression, known);
        expect(answer.ok ? typeof answer.value : 'fault').toMatch(/^(string|number|boolean|fault)$/);
        if (!rules.needs(expression).includes(name)) expect(answer.ok).toBe(false);
        expect(agree(rules, second, expression, known)).toBe(true);
      }
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    }),
  );
});

test('a rule as large as may be, over as many rows as may be, is asked without a pause', () => {
  const long =
    'members.all(m, m.name.contains("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy") || m.age < 100)';
  expect(rules.holds(long, facts)).toEqual({ ok: true, value: true });
  // 100 rows of 1,000 letters, joined as often as a rule can say: the work is what is written, never its power.
  const joined = `size(members.map(m, ${Array.from({ length: 20 }, () => 'm.name').join(' + ')})) == 100`;
  expect(rules.holds(joined, facts)).toEqual({ ok: true, value: true });
});
