/** The hash of a plan: over its mode, its release's number and every part of the release that it is made of. */
import { fingerprint } from './fingerprint.ts';
import type { PlanMode } from './plan-mode.ts';

/** Parts of a release never change: what was worked out for one plan holds for the next. */
const known = new WeakMap<object, string>();

/** Hex SHA-256. `parts` in the order in which the plan has them. */
export function planHash(release: number, mode: PlanMode, parts: readonly object[]): string {
  return fingerprint({ release, mode, parts: parts.map(ofPart) });
}

function ofPart(part: object): string {
  const hash = known.get(part) ?? fingerprint(part);
  known.set(part, hash);
  return hash;
}
