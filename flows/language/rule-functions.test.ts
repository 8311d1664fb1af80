/** Our own functions as rules call them: right answers, and a fault wherever there is none. */
import { expect, test } from 'vitest';
import { read } from '#fixtures/house/sources.ts';
import { Elements } from './element.ts';
import { RULE_FUNCTIONS } from './rule-functions.table.ts';
import { makeRules } from './rules.ts';

const rules = makeRules(Elements.parse({}));
const card = {
  birthDate: '1966-11-21',
  idNumber: '990901199001010004',
  validFrom: '2020-01-31',
  validTo: '2040-01-31',
};
const facts = { today: '2026-11-21', card };

test.each([
  ['ageOn("1964-02-29", "2026-02-28")', 61],
  ['dayOfAge("1964-02-29", 61)', '2025-03-01'],
  ['yearOf("2026-11-21")', 2026],
  ['weekdayOf("2026-11-23")', 1],
  ['weekdayOf("2026-11-22")', 7],
  ['daysBetween("2024-02-28", "2024-03-01")', 2],
  ['daysBetween("2026-03-01", "2026-02-28")', -1],
  ['daysAfter("2024-02-28", 1)', '2024-02-29'],
  ['daysAfter("2026-01-01", -1)', '2025-12-31'],
  ['monthsAfter("2026-01-31", 1)', '2026-02-28'],
  ['monthsAfter("2024-01-31", 1)', '2024-02-29'],
  ['monthsAfter("2026-11-30", 3)', '2027-02-28'],
  ['monthsAfter("2026-03-31", -1)', '2026-02-28'],
  ['monthsAfter("2024-02-29", 12)', '2025-02-28'],
  ['monthsBetween("2026-01-31", "2026-02-28")', 1],
  ['monthsBetween("2026-01-31", "2026-02-27")', 0],
  ['monthsBetween("2026-02-28", "2026-01-31")', -1],
  ['monthsBetween("2025-11-22", "2026-11-21")', 11],
  ['isWorkday("2026-11-21")', false],
  ['workdaysAfter("2026-11-20", 5)', '2026-11-27'],
  ['birthOf("990901199001010004")', '1990-01-01'],
  ['maskedId("990901199001010004")', '9909**********0004'],
  ['maskedMobile("13800000001")', '138****0001'],
  ['yuan(1250)', '12.50'],
  ['yuan(0)', '0.00'],
  ['yuan(-5)', '-0.05'],
  ['sum([])', 0],
  ['sum([1250, 1250]) * 12', 30_000],
  ['largest([3, -1, 7])', 7],
  ['smallest([3, -1, 7])', -1],
])('%s is %s', (expression, answer) => {
  expect(rules.answer(expression, facts)).toEqual({ ok: true, value: answer });
});

test.each([
  ['a day that is none', 'ageOn("2026-02-30", today)'],
  ['no day at all', 'daysAfter("", 1)'],
  ['a day beyond every calendar', 'daysAfter(today, 9000000)'],
  ['a day so far that numbers end', 'daysAfter(today, 9007199254740991)'],
  ['a month beyond every calendar', 'monthsAfter(today, 999999)'],
  ['years before the calendar', 'dayOfAge(card.birthDate, -3000)'],
  ['workdays backwards', 'workdaysAfter(today, 0 - 1)'],
  ['an ID number with a wrong check character', 'birthOf("990901199001010005")'],
  ['the largest of nothing', 'largest([])'],
  ['a sum beyond what is exact', 'sum([9007199254740991, 1])'],
  ['a product beyond what is exact', '9007199254740991 * 2'],
  ['a product beyond what the engine counts', '9007199254740991 * 9007199254740991'],
  ['a division by nothing', '1 / 0'],
  ['a row that is not there', '[1, 2][2]'],
])('%s is a fault', (_name, expression) => {
  expect(rules.check(expression, 'text')).toBeNull();
  expect(rules.answer(expression, facts)).toMatchObject({ ok: false, fault: { code: 'flow.fault' } });
});

test('the manual tells every function as the table has it', () => {
  const manual = read('docs/rules.md').replaceAll(/ +/g, ' ');
  for (const { name, takes, does, example } of RULE_FUNCTIONS)
    expect(manual).toContain(`| \`${name}(${Object.keys(takes).join(', ')})\` | ${does} | \`${example}\` |`);
});

test('every example in the table is a rule that can be asked', () => {
  for (const { name, example } of RULE_FUNCTIONS) {
    expect(example).toContain(`${name}(`);
    expect([example, rules.answer(example, facts).ok]).toEqual([example, true]);
  }
});
