/** One hash for plain data, the same whatever the order of its keys: it ties a snapshot to the plan it belongs to. */
import { Json } from '#contract/json.ts';
import { sha256 } from './sha256.ts';

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

/** Throws when `value` isn't plain data. */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(sorted(Json.parse(value)));
  // Escaped to ASCII, so that the hash doesn't depend on an encoding.
  return sha256(text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
