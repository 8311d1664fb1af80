/** What every rule may know before any question is answered: `today`, the card, and our own functions. */
import { Environment } from '@marcbachmann/cel-js';
import { addRuleFunctions } from './rule-functions.ts';
import { RULE_LIMITS } from './rule-limits.ts';

/** The card as rules see it: empty text where a card says nothing; long-term validity is an empty `validTo`. */
export const CARD_FIELDS = {
  documentType: 'string',
  name: 'string',
  sex: 'string',
  birthDate: 'string',
  address: 'string',
  idNumber: 'string',
  validFrom: 'string',
  validTo: 'string',
  nationality: 'string',
} as const;

export function ruleEnvironment(): Environment {
  return addRuleFunctions(new Environment({ limits: RULE_LIMITS }))
    .registerVariable('today', 'string')
    .registerVariable({ name: 'card', schema: CARD_FIELDS });
}

/** To make an environment takes longer than to copy one, and every element asks for its own. */
let plain: Environment | null = null;

/** Whether a rule can ask for an element of this name: not a word of CEL or of JavaScript, nor known already. */
export function canBeAsked(name: string): boolean {
  if (name in {}) return false;
  try {
    plain ??= ruleEnvironment();
    const rule = plain.clone().registerVariable(name, 'string').parse(`${name} == ""`);
    return rule.check().valid;
  } catch {
    return false;
  }
}
