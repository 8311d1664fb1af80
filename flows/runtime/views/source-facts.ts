/** What a source brought, in words: single fields as facts, and its rows. */
import type { FieldType, FoundFields } from '#contract/found.ts';
import type { Language } from '#contract/language.ts';
import type { Fact } from '#contract/screen/parts.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import type { Source } from '../../language/source.ts';
import { yuan } from '../../language/yuan.ts';
import type { Scene } from './scene.ts';

type Fields = Source['fields'];

function valueInWords({ t }: Scene, type: FieldType, value: FoundFields[string], language: Language): string {
  switch (type) {
    case 'money':
      return t('fact.feeValue', { yuan: yuan(Number(value)) });
    case 'day':
      return dayInWords(String(value), language);
    case 'yesNo':
      return t(value === true ? 'word.yes' : 'word.no');
    case 'number':
    case 'text':
      return String(value);
  }
}

/** Hidden fields and empty texts are left out. */
export function factsFound(scene: Scene, fields: Fields, found: FoundFields): Fact[] {
  return Object.entries(fields).flatMap(([name, { type, label, hidden }]) => {
    const value = found[name];
    if (hidden || value === undefined || value === '') return [];
    return [{ label: scene.say(label), value: valueInWords(scene, type, value, scene.language) }];
  });
}
