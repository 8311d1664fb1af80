/** Our own functions in rules: the one table from which both engines, the messages and the manual are made. */
import * as calendar from './calendar.ts';
import { maskIdNumber, maskPhone } from './masks.ts';
import { VALIDATORS } from './validators.ts';
import { isWorkday, workdaysAfter, type WorkCalendar } from './work-calendar.ts';
import { yuan } from './yuan.ts';

/** Named as in CEL. */
export type CelType = 'string' | 'int' | 'bool' | 'list<int>';

export interface RuleFunction {
  readonly name: string;
  /** What it is given, in order: a name that explains it, and its type. */
  readonly takes: Readonly<Record<string, Exclude<CelType, 'bool'>>>;
  readonly gives: Exclude<CelType, 'list<int>'>;
  readonly does: string;
  readonly example: string;
  /** Pure. Throws where there is no right answer: the rule then is a fault. */
  readonly run: (given: Given, calendar: WorkCalendar) => string | number | boolean;
}

/** What a function was given, by position; each throws when it isn't of that type. */
export interface Given {
  text(position: number): string;
  whole(position: number): number;
  wholes(position: number): readonly number[];
}

const day = { day: 'string' } as const;
const birthAndDay = { birth: 'string', day: 'string' } as const;
const fromAndTo = { from: 'string', to: 'string' } as const;

export const RULE_FUNCTIONS: readonly RuleFunction[] = [
  {
    name: 'ageOn',
    takes: birthAndDay,
    gives: 'int',
    does: 'age in whole years on that day',
    example: 'ageOn(card.birthDate, today) >= 60',
    run: (given) => calendar.ageOn(given.text(0), given.text(1)),
  },
  {
    name: 'dayOfAge',
    takes: { birth: 'string', age: 'int' },
    gives: 'string',
    does: 'the day on which that age is reached',
    example: 'dayOfAge(card.birthDate, 60)',
    run: (given) => calendar.dayOfAge(given.text(0), given.whole(1)),
  },
  {
    name: 'yearOf',
    takes: day,
    gives: 'int',
    does: 'the year of a day',
    example: 'yearOf(today)',
    run: (given) => calendar.yearOf(given.text(0)),
  },
  {
    name: 'weekdayOf',
    takes: day,
    gives: 'int',
    does: '1 for Monday to 7 for Sunday',
    example: 'weekdayOf(today) == 1',
    run: (given) => calendar.weekdayOf(given.text(0)),
  },
  {
    name: 'daysBetween',
    takes: fromAndTo,
    gives: 'int',
    does: 'days from one day to another; below zero when the second comes first',
    example: 'daysBetween(today, card.validTo) >= 30',
    run: (given) => calendar.daysBetween(given.text(0), given.text(1)),
  },
  {
    name: 'daysAfter',
    takes: { day: 'string', days: 'int' },
    gives: 'string',
    does: 'the day so many days later',
    example: 'daysAfter(today, 30)',
    run: (given) => calendar.daysAfter(given.text(0), given.whole(1)),
  },
  {
    name: 'monthsBetween',
    takes: fromAndTo,
    gives: 'int',
    does: 'whole months from one day to another',
    example: 'monthsBetween(card.validFrom, today) >= 6',
    run: (given) => calendar.monthsBetween(given.text(0), given.text(1)),
  },
  {
    name: 'monthsAfter',
    takes: { day: 'string', months: 'int' },
    gives: 'string',
    does: 'the same day so many months later; the last day of a month that is too short',
    example: 'monthsAfter(today, 3)',
    run: (given) => calendar.monthsAfter(given.text(0), given.whole(1)),
  },
  {
    name: 'isWorkday',
    takes: day,
    gives: 'bool',
    does: 'whether people work on that day',
    example: 'isWorkday(today)',
    run: (given, work) => isWorkday(given.text(0), work),
  },
  {
    name: 'workdaysAfter',
    takes: { day: 'string', workdays: 'int' },
    gives: 'string',
    does: 'the day so many workdays later; the day itself does not count',
    example: 'workdaysAfter(today, 5)',
    run: (given, work) => workdaysAfter(given.text(0), given.whole(1), work),
  },
  {
    name: 'birthOf',
    takes: { idNumber: 'string' },
    gives: 'string',
    does: 'the day of birth in a resident ID number',
    example: 'ageOn(birthOf(card.idNumber), today) < 18',
    run: (given) => birthOf(given.text(0)),
  },
  {
    name: 'maskedId',
    takes: { idNumber: 'string' },
    gives: 'string',
    does: 'an ID number as a screen may show it',
    example: 'maskedId(card.idNumber)',
    run: (given) => maskIdNumber(given.text(0)),
  },
  {
    name: 'maskedMobile',
    takes: { mobile: 'string' },
    gives: 'string',
    does: 'a mobile number as a screen may show it',
    example: 'maskedMobile("13800000001")',
    run: (given) => maskPhone(given.text(0)),
  },
  {
    name: 'yuan',
    takes: { fen: 'int' },
    gives: 'string',
    does: 'an amount in fen, written in yuan',
    example: 'yuan(1250)',
    run: (given) => yuan(given.whole(0)),
  },
  {
    name: 'sum',
    takes: { amounts: 'list<int>' },
    gives: 'int',
    does: 'all of them together; 0 when there are none',
    example: 'sum([10000, 250])',
    run: (given) => given.wholes(0).reduce((sum, each) => sum + each, 0),
  },
  {
    name: 'largest',
    takes: { amounts: 'list<int>' },
    gives: 'int',
    does: 'the largest of them',
    example: 'largest([0, 18 - ageOn(card.birthDate, today)])',
    run: (given) => oneOf(given.wholes(0), Math.max),
  },
  {
    name: 'smallest',
    takes: { amounts: 'list<int>' },
    gives: 'int',
    does: 'the smallest of them',
    example: 'smallest([12, ageOn(card.birthDate, today)])',
    run: (given) => oneOf(given.wholes(0), Math.min),
  },
];

function birthOf(idNumber: string): string {
  if (!VALIDATORS.residentIdNumber(idNumber)) throw new RangeError('not an ID number');
  return calendar.daysAfter(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`, 0);
}

function oneOf(amounts: readonly number[], choose: (...amounts: number[]) => number): number {
  if (amounts.length === 0) throw new RangeError('none of nothing');
  return choose(...amounts);
}
