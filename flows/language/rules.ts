/** Rules of a release as CEL: checked for type and limits once, then asked; a rule that can't answer is a fault. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { FaultCode } from '#contract/faults.table.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { both } from '../findings/both.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { answerType, type Elements } from './element.ts';
import { fromCel, type Scalar } from './rule-border.ts';
import { wrongComparison } from './rule-comparisons.ts';
import { ruleEnvironment } from './rule-environment.ts';
import { ALWAYS_KNOWN, type FactTypes, type RuleFacts } from './rule-facts.ts';
import { conditionsIn } from './rule-conditions.ts';
import { forbiddenIn, unreadable } from './rule-limits.ts';
import { forgetLoop, loopsIn } from './rule-memory.ts';
import { explainRule, typeInWords } from './rule-words.ts';
import { WEEKDAYS_ONLY, type WorkCalendar } from './work-calendar.ts';

export type { RuleFacts } from './rule-facts.ts';

/** `text` accepts whole numbers too: they are written out in digits. `whole`: a number of days, people or fen. */
export type RuleType = 'bool' | 'text' | 'whole';
const WANTED = { bool: ['bool'], text: ['string', 'int'], whole: ['int'] } as const satisfies Record<
  RuleType,
  string[]
>;

const WANTED_WORDS = {
  bool: { wanted: both('“是或否”', 'yes/no'), example: 'ageOn(card.birthDate, today) >= 60' },
  text: { wanted: both('文字或整数', 'text or a whole number'), example: 'ageOn(card.birthDate, today)' },
  whole: { wanted: both('整数', 'a whole number'), example: 'ageOn(card.birthDate, today)' },
} as const satisfies Record<RuleType, object>;

export interface RuleFault {
  readonly code: Extract<FaultCode, 'flow.fault'>;
  /** The expression; never the facts it was asked about. */
  readonly expression: string;
}

export interface Rules {
  /** Every name that may be asked for. */
  readonly types: FactTypes;
  readonly calendar: WorkCalendar;
  /** What is wrong with the expression; null when it may be asked. */
  check(expression: string, type: RuleType): Told | null;
  /** What must be known before it can be asked: all its names but `today`; empty when it doesn't parse. */
  needs(expression: string): readonly string[];
  /** The parts of its `&&`, in order; empty when it doesn't parse. */
  conditions(expression: string): readonly { readonly key: string; readonly names: readonly string[] }[];
  /** Whatever it gives. */
  answer(expression: string, facts: RuleFacts): Result<Scalar, RuleFault>;
  holds(expression: string, facts: RuleFacts): Result<boolean, RuleFault>;
  text(expression: string, facts: RuleFacts): Result<string, RuleFault>;
  /** Whole, and exact. */
  whole(expression: string, facts: RuleFacts): Result<number, RuleFault>;
}

export interface RuleOptions {
  /** What rules may ask for beside the answers: rows of repeated groups, what a lookup brought, a second card. */
  readonly more?: FactTypes;
  readonly calendar?: WorkCalendar;
}

/** An expression that may be asked. */
interface Rule {
  readonly type: string;
  readonly names: readonly string[];
  readonly ast: ASTNode;
  ask(facts: RuleFacts): Scalar;
}

export function makeRules(elements: Elements, { more = {}, calendar = WEEKDAYS_ONLY }: RuleOptions = {}): Rules {
  const types = factTypes(elements, more);
  const environment = ruleEnvironment(types, calendar);
  const taken = new Set(Object.keys(types));

  const rules = new Map<string, Rule>();
  const ruleOf = (expression: string): Result<Rule, Told> => {
    const known = rules.get(expression);
    if (known !== undefined) return ok(known);
    const wrong = unreadable(expression);
    if (wrong !== null) return fail(wrong);
    try {
      const parsed = environment.engine.parse(expression);
      const forbidden = forbiddenIn(parsed.ast, taken);
      if (forbidden !== null) return fail(forbidden);
      // Unchecked, it would take its types from the first facts it is asked about, and keep them: a citizen's card (law 3).
      const { valid, type, error } = parsed.check();
      if (!valid || type === undefined) return fail(explainRule(error, expression, types));
      const compared = wrongComparison(parsed.ast);
      if (compared !== null) return fail(compared);
      const loops = loopsIn(parsed.ast);
      const asked = [...new Set(namesIn(parsed.ast))].filter((name) => taken.has(name));
      const rule: Rule = {
        type,
        names: asked,
        ast: parsed.ast,
        ask(facts) {
          try {
            return fromCel(parsed(environment.bind(asked, facts)));
          } finally {
            loops.forEach(forgetLoop);
          }
        },
      };
      rules.set(expression, rule);
      return ok(rule);
    } catch (error) {
      return fail(explainRule(error, expression, types));
    }
  };

  const ask = <T extends Scalar>(
    expression: string,
    facts: RuleFacts,
    isWanted: (value: Scalar) => value is T,
  ): Result<T, RuleFault> => {
    const rule = ruleOf(expression);
    if (rule.ok) {
      try {
        const answer = rule.value.ask(facts);
        if (isWanted(answer)) return ok(answer);
      } catch {
        // Whatever it was, and whoever it was about: the fault below says which rule it is.
      }
    }
    return fail({ code: 'flow.fault', expression });
  };

  return {
    types,
    calendar,
    check(expression, type) {
      const rule = ruleOf(expression);
      if (!rule.ok) return rule.fault;
      const wanted: readonly string[] = WANTED[type];
      if (wanted.includes(rule.value.type)) return null;
      return tell('rule.gives', { given: typeInWords(rule.value.type), ...WANTED_WORDS[type] });
    },
    needs(expression) {
      const rule = ruleOf(expression);
      return rule.ok ? rule.value.names.filter((name) => name !== 'today') : [];
    },
    conditions(expression) {
      const rule = ruleOf(expression);
      if (!rule.ok) return [];
      const isAsked = (name: string): boolean => name !== 'today' && taken.has(name);
      return conditionsIn(rule.value.ast).map(({ key, node }) => ({
        key,
        names: [...new Set(namesIn(node))].filter(isAsked),
      }));
    },
    answer: (expression, facts) => ask(expression, facts, (value): value is Scalar => value !== null),
    holds: (expression, facts) => ask(expression, facts, (value) => typeof value === 'boolean'),
    text(expression, facts) {
      const answer = ask(expression, facts, (value) => typeof value !== 'boolean');
      return answer.ok ? ok(String(answer.value)) : answer;
    },
    whole: (expression, facts) => ask(expression, facts, (value) => typeof value === 'number'),
  };
}

/** Every name that rules of a release may use. */
function factTypes(elements: Elements, more: FactTypes = {}): FactTypes {
  // Lists have rows instead of one value: they are among `more`.
  const answers = Object.entries(elements).flatMap(([id, element]) => {
    const type = answerType(element);
    return type === null ? [] : [[id, type] as const];
  });
  return { ...Object.fromEntries(answers), ...more, ...ALWAYS_KNOWN };
}

function namesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return [];
  return node.op === 'id' && typeof node.args === 'string' ? [node.args] : namesIn(node.args);
}
