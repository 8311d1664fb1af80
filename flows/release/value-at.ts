/** What stands at a place of a file that was read; undefined where nothing does. */
import type { Json } from '#contract/json.ts';

export function valueAt(whole: Json | undefined, path: readonly PropertyKey[]): Json | undefined {
  let here = whole;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<PropertyKey, Json>>)[key];
  }
  return here;
}
