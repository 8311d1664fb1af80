/** Whether a rule compares only what both engines compare alike: text, whole numbers and yes/no, not lists and rows. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { tell, type Told } from '../findings/findings.table.ts';
import { typeInWords } from './rule-words.ts';

const COMPARABLE: ReadonlySet<string> = new Set(['string', 'int', 'bool']);
/** How many of its sides, from the left, must be of those types. */
const SIDES: Readonly<Record<string, number>> = { '==': 2, '!=': 2, in: 1 };

/** For a checked expression: the first comparison that may not be; null when there is none. */
export function wrongComparison(node: unknown): Told | null {
  if (Array.isArray(node)) {
    for (const each of node) {
      const found = wrongComparison(each);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isNode(node)) return null;
  const sides = Array.isArray(node.args) ? node.args.slice(0, SIDES[node.op] ?? 0) : [];
  for (const side of sides) {
    const type = typeOf(side);
    if (!COMPARABLE.has(type)) return tell('rule.compare', { sign: node.op, type: typeInWords(type) });
  }
  return wrongComparison(node.args);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

/** Throws when the engine keeps the types it found elsewhere. */
function typeOf(node: unknown): string {
  if (typeof node === 'object' && node !== null && 'checkedType' in node) {
    const type = node.checkedType;
    if (typeof type === 'object' && type !== null && 'name' in type && typeof type.name === 'string') return type.name;
  }
  throw new Error('the engine for rules keeps its types elsewhere than it did');
}
