/** What a source brought, in words: single fields as facts, and its rows. */
import type { FoundFields } from '#contract/found.ts';
import type { Fact } from '#contract/screen/parts.ts';
import { fieldInWords } from '../../language/field-in-words.ts';
import type { Source } from '../../language/source.ts';
import type { Scene } from './scene.ts';

type Fields = Source['fields'];

/** Hidden fields and empty texts are left out. */
export function factsFound(scene: Scene, fields: Fields, found: FoundFields): Fact[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = found[name];
    if (field.hidden || value === undefined || value === '') return [];
    return [{ label: scene.say(field.label), value: scene.say(fieldInWords(field, value)) }];
  });
}
