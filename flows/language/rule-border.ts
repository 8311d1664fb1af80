/** The one border between CEL and us: its integers are BigInt, ours are numbers; both engines cross it here. */
import type { Given, RuleFunction } from './rule-functions.table.ts';
import type { WorkCalendar } from './work-calendar.ts';

export type Scalar = string | number | boolean;

/** Throws when the integer is too large to be exact. */
function numberOf(value: unknown): number {
  const number = typeof value === 'bigint' ? Number(value) : NaN;
  if (!Number.isSafeInteger(number)) throw new RangeError('not a whole number, or one beyond what is exact');
  return number;
}

/** Throws when a number isn't whole: money is fen, and nothing else is counted in parts. */
export function toCel(value: unknown): string | bigint | boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw new TypeError('rules know text, whole numbers and yes/no');
}

/** Throws when the value is none of the three types rules may give. */
export function fromCel(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'boolean' ? value : numberOf(value);
}

/** Calls one of our functions with what an engine gave it. */
export function callFunction(
  { run }: RuleFunction,
  args: readonly unknown[],
  calendar: WorkCalendar,
): string | bigint | boolean {
  return toCel(run(givenIn(args), calendar));
}

function givenIn(args: readonly unknown[]): Given {
  return {
    text(position) {
      const value = args[position];
      if (typeof value !== 'string') throw new TypeError('not a text');
      return value;
    },
    whole: (position) => numberOf(args[position]),
    wholes(position) {
      const list = args[position];
      if (typeof list !== 'object' || list === null || !(Symbol.iterator in list)) throw new TypeError('not a list');
      return [...(list as Iterable<unknown>)].map(numberOf);
    },
  };
}
