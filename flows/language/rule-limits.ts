/** What a rule may be made of: a small part of CEL, which a person can read and which ends soon whatever it is asked. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { tell, type Told } from '../findings/findings.table.ts';
import { meantAmong } from '../findings/said.ts';
import { RULE_FUNCTIONS } from './rule-functions.table.ts';

/** Characters, looked at before anything is read. */
export const LONGEST_RULE = 500;

export const RULE_LIMITS = {
  /** A guard a person can still read; the engine's own default is 100,000. */
  maxAstNodes: 200,
  maxDepth: 20,
  maxListElements: 100,
  maxMapEntries: 20,
  maxCallArguments: 8,
} as const;

const COMPREHENSIONS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
const METHODS: ReadonlySet<string> = new Set([...COMPREHENSIONS, 'size', 'contains', 'startsWith', 'endsWith']);
const FUNCTIONS: ReadonlySet<string> = new Set(['size', 'string', ...RULE_FUNCTIONS.map(({ name }) => name)]);

/** What may not even be read; null when there is nothing. */
export function unreadable(expression: string): Told | null {
  if (expression.length > LONGEST_RULE) return tell('rule.tooLong', { most: LONGEST_RULE });
  if (!expression.isWellFormed()) return tell('rule.halfCharacter');
  // The two engines read a comment differently.
  return expression.includes('//') ? tell('rule.comment') : null;
}

/** The first thing in the rule that may not be there; null when there is none. `known`: every name that means something. */
export function forbiddenIn(node: ASTNode, known: ReadonlySet<string>, inside = 0): Told | null {
  switch (node.op) {
    case 'value':
      return isPlain(node.args) ? null : tell('rule.value');
    case 'id':
      return known.has(node.args)
        ? null
        : tell('rule.unknownName', { name: node.args, meant: meantAmong(node.args, known) });
    case '.':
      return forbiddenIn(node.args[0], known, inside);
    case 'call': {
      const [name, args] = node.args;
      return (FUNCTIONS.has(name) ? null : unknownFunction(name, FUNCTIONS)) ?? first(args, known, inside);
    }
    case 'rcall': {
      const [name, receiver, args] = node.args;
      if (!METHODS.has(name)) return unknownFunction(name, METHODS);
      if (!COMPREHENSIONS.has(name)) return first([receiver, ...args], known, inside);
      const [item] = args;
      if (item?.op === 'id' && known.has(item.args)) return tell('rule.nameTaken', { name: item.args, where: name });
      if (inside > 0) return tell('rule.nested', { name });
      const named = item?.op === 'id' ? new Set([...known, item.args]) : known;
      return forbiddenIn(receiver, known, inside + 1) ?? first(args, named, inside + 1);
    }
    case '-_':
      return node.args.op === 'value' ? forbiddenIn(node.args, known) : tell('rule.minus');
    case '!_':
      return forbiddenIn(node.args, known, inside);
    case '?:':
    case 'list':
      return first(node.args, known, inside);
    case 'map':
    case '.?':
    case '[?]':
      return tell('rule.notHere', { sign: node.op === 'map' ? '{ }' : '?' });
    default:
      return first(node.args, known, inside);
  }
}

function first(nodes: readonly ASTNode[], known: ReadonlySet<string>, inside: number): Told | null {
  for (const node of nodes) {
    const found = forbiddenIn(node, known, inside);
    if (found !== null) return found;
  }
  return null;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value));
  return typeof value === 'string' ? value.isWellFormed() : typeof value === 'boolean';
}

function unknownFunction(name: string, known: ReadonlySet<string>): Told {
  // Native regular expressions: one short pattern can hold the process for seconds.
  if (name === 'matches') return tell('rule.pattern');
  return tell('rule.unknownFunction', { name, meant: meantAmong(name, known) });
}
