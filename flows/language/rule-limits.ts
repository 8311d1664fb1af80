/** What an expression may not contain although the engine would run it. */
import type { ASTNode } from '@marcbachmann/cel-js';

export const RULE_LIMITS = {
  /** A guard a person can still read; the engine's own default is 100,000. */
  maxAstNodes: 200,
  maxDepth: 20,
  maxListElements: 100,
  maxMapEntries: 20,
  maxCallArguments: 8,
} as const;

const COMPREHENSIONS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** The first forbidden thing in the expression, in words; null when there is none. */
export function forbiddenIn(value: unknown, comprehensions = 0): string | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = forbiddenIn(item, comprehensions);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isNode(value)) return null;
  let depth = comprehensions;
  if (value.op === 'rcall' || value.op === 'call') {
    const name = value.args[0];
    // Native regular expressions: one short pattern can hold the process for seconds.
    if (name === 'matches') return '`matches` is not allowed: name a validator instead';
    if (value.op === 'rcall' && COMPREHENSIONS.has(name)) depth += 1;
    if (depth > 1) return 'a comprehension inside a comprehension is not allowed';
  }
  return forbiddenIn(value.args, depth);
}
