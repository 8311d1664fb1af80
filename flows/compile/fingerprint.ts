/** One hash for plain data, the same whatever the order of its keys: it ties a snapshot to the plan it belongs to. */
import { sha256 } from './sha256.ts';

/** Hex SHA-256. Throws when `value` isn't plain data. */
export function fingerprint(value: unknown): string {
  // Escaped to ASCII, so that the hash doesn't depend on an encoding.
  const ascii = written(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return sha256(ascii);
}

/** As JSON, the keys of every object in one order. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
      throw new TypeError('an object of a class is no plain data');
    const record = value as { readonly [key: string]: unknown };
    const keys = Object.keys(record).toSorted();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${written(record[key])}`).join(',')}}`;
  }
  if (value !== null && !isScalar(value)) throw new TypeError(`${typeof value} is no plain data`);
  return JSON.stringify(value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
