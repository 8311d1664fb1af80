/** The one border between CEL and us: its integers are BigInt, ours are numbers; both engines cross it here. */
import type { FactType } from './rule-facts.ts';
import type { Given, RuleFunction } from './rule-functions.table.ts';
import type { WorkCalendar } from './work-calendar.ts';

export type Scalar = string | number | boolean;

/** Throws when the integer is too large to be exact. */
function numberOf(value: unknown): number {
  const number = typeof value === 'bigint' ? Number(value) : NaN;
  if (!Number.isSafeInteger(number)) throw new RangeError('not a whole number, or one beyond what is exact');
  return number;
}

/** Throws when it is of another type, or a number that isn't whole: money is fen, and nothing else is counted in parts. */
export function toCel(value: unknown, type: FactType): string | bigint | boolean {
  if (type === 'int' && typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (type === 'string' && typeof value === 'string' && value.isWellFormed()) return value;
  if (type === 'bool' && typeof value === 'boolean') return value;
  throw new TypeError(`not of the type ${type}`);
}

/** Throws when the value is none of the three types rules may give. */
export function fromCel(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'boolean' ? value : numberOf(value);
}

/** Calls one of our functions with what an engine gave it. */
export function callFunction(
  { run, gives }: RuleFunction,
  args: readonly unknown[],
  calendar: WorkCalendar,
): string | bigint | boolean {
  return toCel(run(new GivenByEngine(args), calendar), gives);
}

class GivenByEngine implements Given {
  readonly #args: readonly unknown[];
  constructor(args: readonly unknown[]) {
    this.#args = args;
  }
  text(position: number): string {
    const value = this.#args[position];
    if (typeof value !== 'string') throw new TypeError('not a text');
    return value;
  }
  whole(position: number): number {
    return numberOf(this.#args[position]);
  }
  wholes(position: number): readonly number[] {
    const list = this.#args[position];
    if (typeof list !== 'object' || list === null || !(Symbol.iterator in list)) throw new TypeError('not a list');
    return [...(list as Iterable<unknown>)].map(numberOf);
  }
}
