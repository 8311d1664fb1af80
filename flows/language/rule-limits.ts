/** What a rule may be made of: a small part of CEL, which a person can read and which ends soon whatever it is asked. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { nearestWord } from '#contract/nearest-word.ts';
import { RULE_FUNCTIONS } from './rule-functions.table.ts';
import type { RuleProblem } from './rule-words.ts';

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

/** The first thing in the rule that may not be there; null when there is none. `taken`: names that already mean something. */
export function forbiddenIn(node: ASTNode, taken: ReadonlySet<string>, comprehensions = 0): RuleProblem | null {
  let inside = comprehensions;
  switch (node.op) {
    case 'value':
      return ['string', 'boolean', 'bigint'].includes(typeof node.args)
        ? null
        : problem('only text, whole numbers, true and false can stand here', 'write money in fen: 12.50 yuan is 1250');
    case 'id':
      return null;
    case '.':
      return forbiddenIn(node.args[0], taken, inside);
    case 'call': {
      const [name, args] = node.args;
      return (FUNCTIONS.has(name) ? null : unknownFunction(name, FUNCTIONS)) ?? first(args, taken, inside);
    }
    case 'rcall': {
      const [name, receiver, args] = node.args;
      if (!METHODS.has(name)) return unknownFunction(name, METHODS);
      if (!COMPREHENSIONS.has(name)) return first([receiver, ...args], taken, inside);
      const [item] = args;
      if (item?.op === 'id' && taken.has(item.args))
        return problem(`"${item.args}" already means something else`, `choose another name inside ${name}(…)`);
      inside += 1;
      if (inside > 1)
        return problem(
          `${name}(…) stands inside another such list rule (a comprehension in a comprehension)`,
          'use one',
        );
      return first([receiver, ...args], taken, inside);
    }
    case '-_':
      return node.args.op === 'value' ? null : problem('"-" stands before what is no number', 'write 0 - …');
    case '!_':
      return forbiddenIn(node.args, taken, inside);
    case '?:':
    case 'list':
      return first(node.args, taken, inside);
    case 'map':
    case '.?':
    case '[?]':
      return problem(`"${node.op === 'map' ? '{ }' : '?'}" cannot stand in a rule`, 'use conditions: a ? b : c');
    default:
      return first(node.args, taken, inside);
  }
}

function first(nodes: readonly ASTNode[], taken: ReadonlySet<string>, inside: number): RuleProblem | null {
  for (const node of nodes) {
    const found = forbiddenIn(node, taken, inside);
    if (found !== null) return found;
  }
  return null;
}

function unknownFunction(name: string, known: ReadonlySet<string>): RuleProblem {
  // Native regular expressions: one short pattern can hold the process for seconds.
  if (name === 'matches') return problem('`matches` is not allowed', 'let a named validator check the answer');
  const meant = nearestWord(name, [...known]);
  return problem(
    `there is no function "${name}"`,
    meant === null ? `known: ${[...known].join(', ')}` : `did you mean "${meant}"?`,
  );
}

function problem(message: string, suggestion: string): RuleProblem {
  return { message, suggestion };
}
