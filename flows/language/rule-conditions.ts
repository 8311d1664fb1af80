/** A rule taken apart at its `&&`: what must hold, in order, each part with the names it asks for. */
import type { ASTNode } from '@marcbachmann/cel-js';

export interface Condition {
  /** The same for the same condition, wherever it is written; a negation begins with `!`. */
  readonly key: string;
  readonly node: ASTNode;
}

export function conditionsIn(node: ASTNode): readonly Condition[] {
  if (node.op === '&&') return (node.args as readonly ASTNode[]).flatMap(conditionsIn);
  return [{ key: keyOf(node), node }];
}

function keyOf(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(keyOf).join()}]`;
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node))
    return typeof node === 'bigint' ? `${node}n` : JSON.stringify(node);
  if (node.op === '!_') return `!${keyOf(node.args)}`;
  return `(${String(node.op)} ${keyOf(node.args)})`;
}
