/** Rules of a release as CEL: checked for type and limits once, then asked; a rule that can't answer is a fault. */
import type { Environment } from '@marcbachmann/cel-js';
import type { FaultCode } from '#contract/faults.table.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { answerType, type Elements } from './element.ts';
import { ruleEnvironment } from './rule-environment.ts';
import { fromCel } from './rule-functions.ts';
import { forbiddenIn } from './rule-limits.ts';

/** What rules may ask about: `today`, `card` once it is read, and each answered element by its id. */
export interface RuleFacts {
  readonly [name: string]: string | boolean | Readonly<Record<string, string>>;
}

/** `text` accepts integers too: they are written out in digits. */
export type RuleType = 'bool' | 'text';

export interface RuleFault {
  readonly code: Extract<FaultCode, 'flow.fault'>;
  /** The expression; never the facts it was asked about. */
  readonly expression: string;
}

export interface Rules {
  /** What is wrong with the expression, in words; null when it may be asked. */
  check(expression: string, type: RuleType): string | null;
  /** What must be known before it can be asked: elements by their names, and `card`; empty when it doesn't parse. */
  needs(expression: string): readonly string[];
  holds(expression: string, facts: RuleFacts): Result<boolean, RuleFault>;
  text(expression: string, facts: RuleFacts): Result<string, RuleFault>;
}

export function makeRules(elements: Elements): Rules {
  const environment = ruleEnvironment();
  for (const [id, element] of Object.entries(elements)) environment.registerVariable(id, answerType(element));

  const parsed = new Map<string, ReturnType<Environment['parse']>>();
  const parse = (expression: string): ReturnType<Environment['parse']> => {
    const known = parsed.get(expression);
    if (known !== undefined) return known;
    const rule = environment.parse(expression);
    // Unchecked, it would take its types from the first facts it is asked about, and keep them: a citizen's card (law 3).
    rule.check();
    parsed.set(expression, rule);
    return rule;
  };
  const ask = (expression: string, facts: RuleFacts): Result<string | number | boolean, RuleFault> => {
    try {
      return ok(fromCel(parse(expression)(facts)));
    } catch {
      return fail({ code: 'flow.fault', expression });
    }
  };

  return {
    check(expression, type) {
      try {
        const rule = parse(expression);
        const forbidden = forbiddenIn(rule.ast);
        if (forbidden !== null) return forbidden;
        const found = rule.check();
        if (!found.valid) return firstLine(found.error);
        const wanted = type === 'bool' ? ['bool'] : ['string', 'int'];
        return wanted.includes(found.type ?? '')
          ? null
          : `gives ${found.type ?? 'nothing'}, not ${wanted.join(' or ')}`;
      } catch (error) {
        return firstLine(error);
      }
    },
    needs(expression) {
      try {
        return namesIn(parse(expression).ast).filter((name) => name === 'card' || Object.hasOwn(elements, name));
      } catch {
        return [];
      }
    },
    holds(expression, facts) {
      const answer = ask(expression, facts);
      if (!answer.ok) return answer;
      return typeof answer.value === 'boolean' ? ok(answer.value) : fail({ code: 'flow.fault', expression });
    },
    text(expression, facts) {
      const answer = ask(expression, facts);
      return answer.ok ? ok(String(answer.value)) : answer;
    },
  };
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null || !('op' in value) || !('args' in value)) return [];
  return value.op === 'id' && typeof value.args === 'string' ? [value.args] : namesIn(value.args);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
