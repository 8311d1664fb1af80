/** The first engine, which kiosks run: every name declared with its type, our own functions, and facts made into its values. */
import { Environment } from '@marcbachmann/cel-js';
import { callFunction, toCel } from './rule-border.ts';
import type { FactTypes, FieldTypes, RuleFacts } from './rule-facts.ts';
import { RULE_FUNCTIONS } from './rule-functions.table.ts';
import { RULE_LIMITS } from './rule-limits.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Makes what is known under one name into a value of the engine; throws when it isn't of the declared type. */
type Convert = (value: RuleFacts[string] | undefined) => unknown;

export interface RuleEnvironment {
  readonly engine: Environment;
  /** Only what is asked for, so that nothing else of a citizen comes near a rule. Throws when it isn't known. */
  bind(names: readonly string[], facts: RuleFacts): ReadonlyMap<string, unknown>;
}

export function ruleEnvironment(names: FactTypes, calendar: WorkCalendar): RuleEnvironment {
  const engine = new Environment({ limits: RULE_LIMITS });
  for (const each of RULE_FUNCTIONS) {
    const signature = `${each.name}(${Object.values(each.takes).join(', ')}): ${each.gives}`;
    engine.registerFunction(signature, (...args: unknown[]) => callFunction(each, args, calendar), { async: false });
  }
  const converters = new Map<string, Convert>();
  for (const [name, declared] of Object.entries(names)) converters.set(name, declare(engine, name, declared));
  return {
    engine,
    bind(asked, facts) {
      const bound = new Map<string, unknown>();
      for (const name of asked)
        bound.set(name, converters.get(name)?.(Object.hasOwn(facts, name) ? facts[name] : undefined));
      return bound;
    },
  };
}

function declare(engine: Environment, name: string, declared: FactTypes[string]): Convert {
  if (typeof declared === 'string') {
    engine.registerVariable(name, declared);
    return toCel;
  }
  const fields = 'rows' in declared ? declared.rows : declared.fields;
  // A class of its own for each: by it the engine knows which fields are declared.
  const Fields = class extends Map<string, unknown> {};
  const type = `Fields_${name}`;
  engine.registerType(type, { ctor: Fields, fields: { ...fields } });
  const convert = (value: unknown): unknown => new Fields(entriesOf(value, fields));
  if ('fields' in declared) {
    engine.registerVariable(name, type);
    return convert;
  }
  engine.registerVariable(name, `list<${type}>`);
  return (value) => {
    if (!Array.isArray(value) || value.length > RULE_LIMITS.maxListElements) throw new TypeError('not rows');
    return value.map(convert);
  };
}

/** The declared fields alone, whatever else the value or its prototype has. */
export function entriesOf(value: unknown, fields: FieldTypes): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) throw new TypeError('nothing with fields');
  const all = new Map<string, unknown>(Object.entries(value));
  return Object.keys(fields).flatMap((field) => (all.has(field) ? [[field, toCel(all.get(field))] as const] : []));
}
