/** Two engines, thousands of drawn rules: they give the same answer or none, and neither gives what isn't ours. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Elements } from '../language/element.ts';
import { CARD_FIELDS, type FactTypes, type RuleFacts } from '../language/rule-facts.ts';
import { RULE_FUNCTIONS } from '../language/rule-functions.table.ts';
import { makeRules } from '../language/rules.ts';
import { agree } from './check-engines.ts';
import { factsFor } from './facts-for.ts';
import { secondEngine } from './second-engine.ts';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const common = { label: text('x'), question: text('x'), help: text('x'), privacy: 'none', sources: ['typed'] };
const elements = Elements.parse({
  way: { ...common, type: 'choice', options: [{ value: 'post', label: text('x') }] },
  agreed: { ...common, type: 'yesNo', yes: text('x'), no: text('x') },
});
const more: FactTypes = {
  income: 'int',
  members: { rows: { age: 'int', name: 'string', insured: 'bool', jobs: { rows: { fen: 'int' } } } },
};
const rules = makeRules(elements, { more });
const second = secondEngine(rules);

const quoted = fc
  .oneof(
    fc.constantFrom(
      '',
      'post',
      '2024-02-29',
      '2026-02-30',
      '1966-11-21',
      '990901199001010004',
      '__proto__',
      '\u{2A700}',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  .map((value) => JSON.stringify(value).replace(/[\u007f-\uffff]/g, escaped));
const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
const whole = fc.oneof(fc.integer({ min: -3, max: 130 }), fc.maxSafeInteger()).map(String);

const own = (gives: string) => RULE_FUNCTIONS.filter((each) => each.gives === gives);
const { bool } = fc.letrec<Record<'bool' | 'int' | 'string' | 'list<int>' | 'rowsBool' | 'rowInt', string>>((tie) => {
  const call = (gives: 'bool' | 'int' | 'string') =>
    fc
      .constantFrom(...own(gives))
      .chain(({ name, takes }) =>
        fc.tuple(...Object.values(takes).map((type) => tie(type))).map((args) => `${name}(${args.join(', ')})`),
      );
  const depth = { maxDepth: 4, depthIdentifier: 'rule' } as const;
  const either = (type: 'bool' | 'int' | 'string') =>
    fc.tuple(tie('bool'), tie(type), tie(type)).map(([a, b, c]) => `(${a} ? ${b} : ${c})`);
  const joined = (left: fc.Arbitrary<string>, signs: readonly string[], right = left) =>
    fc.tuple(left, fc.constantFrom(...signs), right).map(([a, sign, b]) => `(${a} ${sign} ${b})`);
  return {
    bool: fc.oneof(
      depth,
      fc.constantFrom('true', 'false', 'agreed'),
      joined(tie('bool'), ['&&', '||', '==', '!=']),
      joined(tie('int'), ['<', '<=', '>', '>=', '==', '!=']),
      joined(tie('string'), ['==', '!=', '<', '<=', '>', '>=']),
      fc
        .tuple(tie('string'), fc.constantFrom('contains', 'startsWith', 'endsWith'), tie('string'))
        .map(([a, method, b]) => `${a}.${method}(${b})`),
      tie('bool').map((a) => `!${a}`),
      call('bool'),
      either('bool'),
      fc
        .tuple(fc.constantFrom('all', 'exists', 'exists_one'), tie('rowsBool'))
        .map(([method, inner]) => `members.${method}(m, ${inner})`),
      fc.tuple(tie('int'), tie('list<int>')).map(([a, list]) => `(${a} in ${list})`),
    ),
    int: fc.oneof(
      depth,
      fc.oneof(whole, fc.constantFrom('income', 'size(members)', 'size(way)', 'members[0].age', 'members[1].age')),
      joined(tie('int'), ['+', '-', '*', '/', '%']),
      call('int'),
      either('int'),
      tie('rowsBool').map((inner) => `members.filter(m, ${inner}).size()`),
      tie('list<int>').map((list) => `size(${list})`),
      tie('string').map((a) => `size(${a})`),
    ),
    string: fc.oneof(
      depth,
      fc.oneof(
        quoted,
        fc.constantFrom('today', 'way', 'members[0].name', ...Object.keys(CARD_FIELDS).map((field) => `card.${field}`)),
      ),
      joined(tie('string'), ['+']),
      call('string'),
      either('string'),
      tie('int').map((a) => `string(${a})`),
    ),
    'list<int>': fc.oneof(
      depth,
      fc.constant('[]'),
      fc.array(tie('int'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      tie('rowInt').map((inner) => `members.map(m, ${inner})`),
      fc.tuple(tie('rowsBool'), tie('rowInt')).map(([keep, inner]) => `members.map(m, ${keep}, ${inner})`),
      joined(tie('list<int>'), ['+']),
    ),
    rowsBool: fc.oneof(
      { ...depth, maxDepth: 2 },
      fc.constantFrom('m.insured', 'm.age >= 18', 'm.name == ""', 'm.name == today', 'size(m.jobs) > 1'),
      tie('bool'),
    ),
    rowInt: fc.oneof({ ...depth, maxDepth: 2 }, fc.constantFrom('m.age', 'size(m.name)', 'm.jobs[0].fen'), tie('int')),
  };
});

test('drawn rules: the same answer from both engines, or none from both', () => {
  let answered = 0;
  fc.assert(
    fc.property(bool, fc.nat(), (expression, draw) => {
      fc.pre(rules.check(expression, 'bool') === null);
      const all = factsFor(expression, rules.needs(expression), rules.types, 12);
      const facts: RuleFacts = all[draw % all.length] ?? {};
      if (rules.answer(expression, facts).ok) answered += 1;
      if (!agree(rules, second, expression, facts))
        throw new Error(
          JSON.stringify([expression, facts, rules.answer(expression, facts), second.answer(expression, facts)]),
        );
    }),
    { numRuns: 2500 },
  );
  // Most of what is drawn must be about something.
  expect(answered).toBeGreaterThan(800);
});
