/** What was picked is told by its name, not by the key that only machines read. */
import { expect, test } from 'vitest';
import { Day, SourceId } from '#contract/ids.ts';
import { Element } from '../language/element.ts';
import { Sources } from '../language/source.ts';
import { answerShown } from './answer-shown.ts';
import { freshContext } from './plan-context.ts';

const words = { 'zh-CN': '学校', en: 'school' };
const SCHOOLS = SourceId.parse('schoolPlaces');
const field = (name: string, type: 'text' | 'number') => ({ name, type, label: words, privacy: 'none' });
const sources = Sources.parse({
  schoolPlaces: {
    connector: 'schools',
    label: words,
    nothing: words,
    fields: [{ ...field('year', 'number'), unit: words }],
    rows: { label: words, key: 'code', fields: [field('code', 'text'), field('name', 'text')] },
  },
});
const element = Element.parse({
  type: 'pick',
  privacy: 'none',
  sources: ['typed'],
  label: words,
  question: words,
  help: words,
  source: 'schoolPlaces',
  title: 'name',
});
const found = { fields: { year: 2026 }, rows: [{ code: 'k7', name: '望舒一小' }] };

test.each([
  ['k7', '望舒一小'],
  ['gone', 'gone'],
])('%s', (key, name) => {
  const context = { ...freshContext(Day.parse('2026-11-22')), data: { [SCHOOLS]: { at: 0, found } } };
  expect(answerShown(element, key, context, sources)['zh-CN']).toBe(name);
});
