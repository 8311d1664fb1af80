/** What a rule may be made of: a small part of CEL, which a person can read and which ends soon whatever it is asked. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { RULE_FUNCTIONS } from './rule-functions.table.ts';
import { meantAmong, type RuleProblem, unknownName } from './rule-words.ts';

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
export function unreadable(expression: string): RuleProblem | null {
  if (expression.length > LONGEST_RULE)
    return problem(`it is longer than ${LONGEST_RULE} characters`, 'make two rules of it');
  if (!expression.isWellFormed()) return problem('there is half a character in it', 'type it again');
  // The two engines read a comment differently.
  return expression.includes('//') ? problem('"//" cannot stand in a rule', 'write a comment above it, with #') : null;
}

/** The first thing in the rule that may not be there; null when there is none. `known`: every name that means something. */
export function forbiddenIn(node: ASTNode, known: ReadonlySet<string>, inside = 0): RuleProblem | null {
  switch (node.op) {
    case 'value':
      return isPlain(node.args)
        ? null
        : problem('only text, whole numbers, true and false can stand here', 'write money in fen: 12.50 yuan is 1250');
    case 'id':
      return known.has(node.args) ? null : unknownName(node.args, known);
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
      if (item?.op === 'id' && known.has(item.args))
        return problem(`"${item.args}" already means something else`, `choose another name inside ${name}(…)`);
      if (inside > 0)
        return problem(
          `${name}(…) stands inside another such list rule (a comprehension in a comprehension)`,
          'use one',
        );
      const named = item?.op === 'id' ? new Set([...known, item.args]) : known;
      return forbiddenIn(receiver, known, inside + 1) ?? first(args, named, inside + 1);
    }
    case '-_':
      return node.args.op === 'value'
        ? forbiddenIn(node.args, known)
        : problem('"-" stands before what is no number', 'write 0 - …');
    case '!_':
      return forbiddenIn(node.args, known, inside);
    case '?:':
    case 'list':
      return first(node.args, known, inside);
    case 'map':
    case '.?':
    case '[?]':
      return problem(`"${node.op === 'map' ? '{ }' : '?'}" cannot stand in a rule`, 'use conditions: a ? b : c');
    default:
      return first(node.args, known, inside);
  }
}

function first(nodes: readonly ASTNode[], known: ReadonlySet<string>, inside: number): RuleProblem | null {
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

function unknownFunction(name: string, known: ReadonlySet<string>): RuleProblem {
  // Native regular expressions: one short pattern can hold the process for seconds.
  if (name === 'matches') return problem('`matches` is not allowed', 'let a named validator check the answer');
  return problem(`there is no function "${name}"`, meantAmong(name, known));
}

function problem(message: string, suggestion: string): RuleProblem {
  return { message, suggestion };
}
