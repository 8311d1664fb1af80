/** The first engine, which kiosks run: every name declared with its type, our own functions, and facts made into its values. */
import { Environment } from '@marcbachmann/cel-js';
import { callFunction, toCel } from './rule-border.ts';
import type { FactTypes, FieldTypes, RuleFacts } from './rule-facts.ts';
import { RULE_FUNCTIONS } from './rule-functions.table.ts';
import { RULE_LIMITS } from './rule-limits.ts';
import type { WorkCalendar } from './work-calendar.ts';

export interface RuleEnvironment {
  readonly engine: Environment;
  /** Only what is asked for, so that nothing else of a citizen comes near a rule; what isn't known yet stays out. */
  bind(names: readonly string[], facts: RuleFacts): ReadonlyMap<string, unknown>;
}

interface Declared {
  /** As the engine names it. */
  readonly type: string;
  /** Throws when the value isn't of that type. */
  readonly convert: (value: unknown) => unknown;
}

export function ruleEnvironment(names: FactTypes, calendar: WorkCalendar): RuleEnvironment {
  const engine = new Environment({ limits: RULE_LIMITS });
  for (const each of RULE_FUNCTIONS) {
    const signature = `${each.name}(${Object.values(each.takes).join(', ')}): ${each.gives}`;
    engine.registerFunction(signature, (...args: unknown[]) => callFunction(each, args, calendar), { async: false });
  }
  const known = new Map<string, Declared>();
  for (const [name, type] of Object.entries(names)) {
    const declared = declare(engine, name, type);
    engine.registerVariable(name, declared.type);
    known.set(name, declared);
  }
  return {
    engine,
    bind(asked, facts) {
      const bound = new Map<string, unknown>();
      for (const name of asked) if (Object.hasOwn(facts, name)) bound.set(name, known.get(name)?.convert(facts[name]));
      return bound;
    },
  };
}

/** `name`: of what it is, with what it stands in. */
function declare(engine: Environment, name: string, type: FactTypes[string]): Declared {
  if (typeof type === 'string') return { type, convert: (value) => toCel(value, type) };
  if ('fields' in type) return declareFields(engine, name, type.fields);
  const row = declareFields(engine, name, type.rows);
  return { type: `list<${row.type}>`, convert: (value) => rowsIn(value).map(row.convert) };
}

function declareFields(engine: Environment, name: string, fields: FieldTypes): Declared {
  const declared = new Map(
    Object.entries(fields).map(([field, type]) => [field, declare(engine, `${name}_${field}`, type)] as const),
  );
  /** The engine knows by the class which fields there are, and gets only those that a rule asks for. */
  class Fields extends Map<string, unknown> {
    readonly #known: Readonly<Record<string, unknown>>;
    constructor(known: Readonly<Record<string, unknown>>) {
      super();
      this.#known = known;
    }
    override get(field: string): unknown {
      return Object.hasOwn(this.#known, field) ? declared.get(field)?.convert(this.#known[field]) : undefined;
    }
  }
  const type = `Fields_${name}`;
  const types = Object.fromEntries([...declared].map(([field, each]) => [field, each.type]));
  engine.registerType(type, { ctor: Fields, fields: types });
  return { type, convert: (value) => new Fields(fieldsIn(value)) };
}

/** Throws when they are none, or more than a rule looks through. */
export function rowsIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length > RULE_LIMITS.maxListElements) throw new TypeError('not rows');
  return value;
}

/** Throws when it has no fields. */
export function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('nothing with fields');
  return value as Readonly<Record<string, unknown>>;
}
