/** Our own functions in CEL, and the one border where its BigInt integers become numbers. */
import type { Environment } from '@marcbachmann/cel-js';
import { ageOn, dayOfAge } from './calendar.ts';

export function addRuleFunctions(environment: Environment): Environment {
  return environment
    .registerFunction('ageOn(string, string): int', (birth: string, day: string) => BigInt(ageOn(birth, day)))
    .registerFunction('dayOfAge(string, int): string', (birth: string, age: bigint) => dayOfAge(birth, Number(age)));
}

/** Throws when an integer is too large to be exact, or the value is none of the three types rules may give. */
export function fromCel(value: unknown): string | number | boolean {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError('an integer beyond what is exact');
    return number;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  throw new TypeError('a rule gave neither text, integer nor yes/no');
}
