/** Which names elements and their groups may not have, since rules use them for something else. */
import { RULE_FUNCTIONS } from './rule-functions.table.ts';
import { ALWAYS_KNOWN } from './rule-facts.ts';

/** Words of CEL and names of its types; `rules.test.ts` holds them against both engines. */
const WORDS_OF_CEL = `
  as break const continue else false for function if import in let loop package namespace null prototype return true
  var void while bool bytes cel double dyn google int list map null_type optional optional_type string timestamp
  duration type uint has size all exists exists_one filter`.match(/\w+/g);

const TAKEN: ReadonlySet<string> = new Set([
  ...(WORDS_OF_CEL ?? []),
  ...Object.keys(ALWAYS_KNOWN),
  ...RULE_FUNCTIONS.map(({ name }) => name),
]);

/** Whether a rule can ask for an element of this name: not a word of CEL or of JavaScript, nor known already. */
export function canBeAsked(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name) && !TAKEN.has(name) && !(name in {});
}
