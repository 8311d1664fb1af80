/** Checks and questions put in an order in which everything a rule asks for is known before the rule is asked. */
import type { PlanStep } from './plan.ts';

export interface Inquiry {
  readonly step: PlanStep;
  /** The element or source that is known afterwards; null for a check and for a paper. */
  readonly gives: string | null;
  /** What its rules ask for: elements, sources and `card`. */
  readonly needs: readonly string[];
  /** Among those that could come next, the lowest comes: compared number by number. */
  readonly rank: readonly number[];
}

/** A stable topological order. Throws when rules wait for each other in a circle: the gate lets no such release pass. */
export function inOrder(inquiries: readonly Inquiry[]): readonly Inquiry[] {
  const waiting = inquiries.toSorted((one, other) => compare(one.rank, other.rank));
  const ordered: Inquiry[] = [];
  while (waiting.length > 0) {
    const pending = new Set<string>(waiting.flatMap(({ gives }) => gives ?? []));
    const index = waiting.findIndex((inquiry) => inquiry.needs.every((name) => !pending.has(name)));
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) throw new RangeError(`questions that wait for each other: ${[...pending].join(', ')}`);
    ordered.push(next);
  }
  return ordered;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
