/** What can’t be heard, seen or shown, wherever it stands; a broken catalogue for each finding is in `flows/findings/findings.test.ts`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { compilerBeside } from '../testing/catalog.ts';

const SERVICE = 'services/senior-card.yaml';

let sources: ReadonlyMap<string, string>;
let compile: ReturnType<typeof compilerBeside>;
beforeAll(async () => {
  sources = await readFewServices();
  compile = compilerBeside(sources);
});

/** What is found when `text` stands in place of what `old` matches in one file. */
function findings(file: string, old: string | RegExp, text: string) {
  const source = sources.get(file) ?? '';
  expect(source).toMatch(old);
  const compiled = compile(new Map(sources).set(file, source.replace(old, text)));
  return compiled.ok ? [] : compiled.fault;
}

describe('what can be heard and seen', () => {
  test.each([
    ['text.spoken', SERVICE, /title: \{ zh-CN: 老年人优待证/, 'title: { zh-CN: 优待证→老年人', '→'],
    ['text.address', SERVICE, /title: \{ zh-CN: 老年人优待证/, 'title: { zh-CN: 见 www.wangshu.invalid', '网址'],
    ['text.spoken', 'texts/en.yaml', 'button.next: Next', 'button.next: Next ▶', '▶'],
    ['text.spoken', 'elements.yaml', 'en: Mobile phone number', 'en: Mobile ☎', '☎'],
    ['text.hidden', SERVICE, /title: \{ zh-CN: 老年人/, 'title: { zh-CN: 老年\u200b人', 'U+200B'],
    ['text.hidden', SERVICE, /title: \{ zh-CN: 老年人/, 'title: { zh-CN: 老年\u202e人', 'U+202E'],
    ['text.hidden', SERVICE, /require: ageOn/, 'require: age\u2060On', 'U+2060'],
    ['text.tooWide', 'elements.yaml', /label: \{ zh-CN: 手机号码/, `label: { zh-CN: ${'手机号码'.repeat(20)}`, '毫米'],
    ['text.tooWide', 'texts/en.yaml', 'button.next: Next', `button.next: ${'Next '.repeat(30)}`, '毫米'],
  ])('%s in %s', (rule, file, old, text, said) => {
    const list = findings(file, old, text);
    expect(list.map((finding) => [finding.rule, finding.file])).toContainEqual([rule, file]);
    expect(list.find((finding) => finding.rule === rule)?.said['zh-CN'].message).toContain(said);
  });
});

test('words of the search for a service that there isn’t', () => {
  const list = findings('synonyms.yaml', /^ {2}senior-card:/m, '  senior-cart:');
  expect(list.map(({ rule, file }) => [rule, file])).toEqual([['reference.missing', 'synonyms.yaml']]);
  expect(list[0]?.said.en.suggestion).toContain('senior-card');
});
