/** Which names and words may stand at a place of a file, for “did you mean”: read from the same schemas that editors get. */
import type { Json } from '#contract/json.ts';
import { editorSchema, kindOf } from './editor-schemas.ts';
import { valueAt } from './value-at.ts';

type Part = Readonly<Record<string, Json>>;

const made = new Map<string, Json>();

/** The names that may stand below `path`; none where any may. */
export function namesAllowed(file: string, path: readonly PropertyKey[], whole: Json | undefined): readonly string[] {
  const here = valueAt(whole, path);
  const parts = partsAt(file, path, whole).flatMap((part) => choicesOf(part, here));
  return [...new Set(parts.flatMap(({ properties }) => Object.keys(isPart(properties) ? properties : {})))];
}

/** The words that may stand at `path` itself. */
export function wordsAllowed(file: string, path: readonly PropertyKey[], whole: Json | undefined): readonly string[] {
  const [last, around] = [path.at(-1), path.slice(0, -1)];
  // All of them: which one is meant is what this word decides.
  const parts = partsAt(file, around, whole).flatMap((part) => choicesOf(part, undefined));
  const words = parts.flatMap((part) => below(part, last)).flatMap((part) => choicesOf(part, undefined));
  return [
    ...new Set(words.flatMap((part) => [part['const'], ...(Array.isArray(part['enum']) ? part['enum'] : [])])),
  ].filter((word) => typeof word === 'string');
}

function partsAt(file: string, path: readonly PropertyKey[], whole: Json | undefined): readonly Part[] {
  const kind = kindOf(file);
  if (kind === null) return [];
  const schema = made.get(kind) ?? editorSchema(kind);
  made.set(kind, schema);
  let parts: readonly Part[] = isPart(schema) ? [schema] : [];
  for (const [index, key] of path.entries()) {
    const here = valueAt(whole, path.slice(0, index));
    parts = parts.flatMap((part) => choicesOf(part, here)).flatMap((part) => below(part, key));
  }
  return parts;
}

function below(part: Part, key: PropertyKey | undefined): readonly Part[] {
  const { properties, additionalProperties, items } = part;
  const own = isPart(properties) && typeof key === 'string' ? properties[key] : undefined;
  const next = typeof key === 'number' ? items : (own ?? additionalProperties);
  return isPart(next) ? [next] : [];
}

/** Of several shapes those that fit what is written: a step of this kind, a question of this type. */
function choicesOf(part: Part, here: Json | undefined): readonly Part[] {
  const choices = [part['anyOf'], part['oneOf'], part['allOf']].flatMap((each) => (Array.isArray(each) ? each : []));
  if (choices.length === 0) return [part];
  const all = choices.filter(isPart).flatMap((each) => choicesOf(each, here));
  const fitting = all.filter((each) => fits(each, here));
  return fitting.length > 0 ? fitting : all;
}

function fits({ properties }: Part, here: Json | undefined): boolean {
  if (!isPart(here) || !isPart(properties)) return false;
  return ['kind', 'type'].some((name) => {
    const wanted = properties[name];
    return isPart(wanted) && wanted['const'] !== undefined && wanted['const'] === here[name];
  });
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
