/** The second engine, which no kiosk runs: rules asked once more by another program, so that a mistake of the first one shows. */
import { celEnv, celFunc, type CelInput, CelScalar, isCelError, listType, parse, plan } from '@bufbuild/cel';
import { fail, ok, type Result } from '#contract/result.ts';
import { callFunction, fromCel, type Scalar, toCel } from '../language/rule-border.ts';
import { fieldsIn, rowsIn } from '../language/rule-environment.ts';
import type { FactTypes, RuleFacts } from '../language/rule-facts.ts';
import { type CelType, RULE_FUNCTIONS } from '../language/rule-functions.table.ts';
import type { Rules } from '../language/rules.ts';

export interface SecondEngine {
  /** Only for expressions that the first engine took: this one knows neither types nor limits. */
  answer(expression: string, facts: RuleFacts): Result<Scalar, 'throws'>;
}

const TYPES = {
  string: CelScalar.STRING,
  int: CelScalar.INT,
  bool: CelScalar.BOOL,
  'list<int>': listType(CelScalar.INT),
} as const satisfies Record<CelType, unknown>;

type Plan = ReturnType<typeof plan>;

export function secondEngine({ types, calendar }: Pick<Rules, 'types' | 'calendar'>): SecondEngine {
  const environment = celEnv({
    funcs: RULE_FUNCTIONS.map((each) => {
      const takes = Object.values(each.takes).map((type) => TYPES[type]);
      return celFunc(each.name, takes, TYPES[each.gives], (...args: unknown[]) => callFunction(each, args, calendar));
    }),
  });
  const plans = new Map<string, Plan>();
  const planOf = (expression: string): Plan => {
    const made = plans.get(expression) ?? plan(environment, parse(expression));
    plans.set(expression, made);
    return made;
  };
  return {
    answer(expression, facts) {
      try {
        const answer = planOf(expression)(bind(types, facts));
        return isCelError(answer) ? fail('throws') : ok(fromCel(answer));
      } catch {
        return fail('throws');
      }
    },
  };
}

function bind(names: FactTypes, facts: RuleFacts): Record<string, CelInput> {
  const known = Object.entries(facts).filter(([name]) => Object.hasOwn(names, name));
  return Object.fromEntries(known.map(([name, value]) => [name, input(names[name], value)]));
}

function input(type: FactTypes[string] | undefined, value: unknown): CelInput {
  if (type === undefined) throw new TypeError('nothing of that name');
  if (typeof type === 'string') return toCel(value, type);
  if ('rows' in type) return rowsIn(value).map((row) => input({ fields: type.rows }, row));
  const fields = Object.entries(fieldsIn(value)).filter(([field]) => Object.hasOwn(type.fields, field));
  return new Map(fields.map(([field, each]) => [field, input(type.fields[field], each)]));
}
