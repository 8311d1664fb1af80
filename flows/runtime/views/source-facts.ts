/** What a source brought, in words: single fields as facts, and its rows. */
import type { FoundFields } from '#contract/found.ts';
import type { Fact } from '#contract/screen/parts.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { fieldInWords } from '../../language/field-in-words.ts';
import type { Source, SourceField } from '../../language/source.ts';
import { yuan } from '../../language/yuan.ts';
import type { Scene } from './scene.ts';

type Fields = Source['fields'];

function valueInWords({ t, say, language }: Scene, field: SourceField, value: FoundFields[string]): string {
  switch (field.type) {
    case 'money':
      return t('fact.feeValue', { yuan: yuan(Number(value)) });
    case 'day':
      return dayInWords(String(value), language);
    case 'yesNo':
      return t(value === true ? 'word.yes' : 'word.no');
    case 'number':
    case 'text':
      return say(fieldInWords(field, value));
  }
}

/** Hidden fields and empty texts are left out. */
export function factsFound(scene: Scene, fields: Fields, found: FoundFields): Fact[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = found[name];
    if (field.hidden || value === undefined || value === '') return [];
    return [{ label: scene.say(field.label), value: valueInWords(scene, field, value) }];
  });
}
