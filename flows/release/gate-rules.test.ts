/** For each rule of the gate a catalogue that breaks it: refused, at its line, with words a manager understands. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { compilerBeside } from '../testing/catalog.ts';

const SERVICE = 'services/senior-card.yaml';
const PROOF = 'services/household-proof.yaml';
const BIRTH = 'services/birth-registration.yaml';

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
    ['text.address', SERVICE, /title: \{ zh-CN: 老年人优待证/, 'title: { zh-CN: 见 www.wangshu.invalid', 'address'],
    ['text.spoken', 'texts/en.yaml', 'button.next: Next', 'button.next: Next ▶', '▶'],
    ['text.spoken', 'elements.yaml', 'en: Mobile phone number', 'en: Mobile ☎', '☎'],
    ['text.hidden', SERVICE, /title: \{ zh-CN: 老年人/, 'title: { zh-CN: 老年\u200b人', 'U+200B'],
    ['text.hidden', SERVICE, /title: \{ zh-CN: 老年人/, 'title: { zh-CN: 老年\u202e人', 'U+202E'],
    ['text.hidden', SERVICE, /require: ageOn/, 'require: age\u2060On', 'U+2060'],
    ['text.tooWide', 'elements.yaml', /label: \{ zh-CN: 手机号码/, `label: { zh-CN: ${'手机号码'.repeat(20)}`, 'mm'],
    ['text.tooWide', 'texts/en.yaml', 'button.next: Next', `button.next: ${'Next '.repeat(30)}`, 'mm'],
  ])('%s in %s', (rule, file, old, text, said) => {
    const list = findings(file, old, text);
    expect(list.map((finding) => [finding.rule, finding.file])).toContainEqual([rule, file]);
    expect(list.find((finding) => finding.rule === rule)?.said.en.message).toContain(said);
  });
});

describe('what is offered can be found and had', () => {
  test.each([
    [
      'package.nowhere',
      'packages/birth-package.yaml',
      /services: \[.*\]/,
      'services: [birth-registration, birth-registration]',
    ],
    [
      'package.twice',
      'packages/birth-package.yaml',
      /services: \[birth-registration/,
      'services: [birth-registration, birth-registration',
    ],
  ])('%s', (rule, file, old, text) => {
    expect(findings(file, old, text).map((finding) => finding.rule)).toContain(rule);
  });

  test('somebody else may do it, but nobody asks them who they are', () => {
    const list = findings('elements.yaml', /^agentRelation:/m, 'agentRelationship:');
    expect(list.map(({ rule, file }) => [rule, file])).toContainEqual(['agent.questions', SERVICE]);
  });

  test('a service that no station lists', () => {
    const changed = new Map(
      [...sources].map(([file, text]) => [
        file,
        file.startsWith('stations/') ? text.replace(/\bsenior-card,/, '') : text,
      ]),
    );
    const compiled = compile(changed);
    expect(compiled.ok ? [] : compiled.fault).toMatchObject([{ rule: 'service.nowhere', file: SERVICE }]);
  });

  test('two services with one code', () => {
    const code = /basic: (\S+)/.exec(sources.get(BIRTH) ?? '')?.[1] ?? '';
    expect(code).not.toBe('');
    const list = findings(SERVICE, /basic: \S+/, `basic: ${code}`);
    expect(list.map(({ rule }) => rule)).toContain('code.twice');
  });

  test('a popular service that is not offered', () => {
    const changed = new Map(sources).set(
      SERVICE,
      (sources.get(SERVICE) ?? '').replace(/offered: true/, 'offered: false\nreason: { zh-CN: 以后, en: Later }'),
    );
    const catalogue = sources.get('catalogue.yaml') ?? '';
    expect(catalogue).toMatch(/popular: .*senior-card/);
    const compiled = compile(changed);
    expect(compiled.ok ? [] : compiled.fault.map(({ rule }) => rule)).toContain('popular.notOffered');
  });

  test('a step that no kiosk can do yet', () => {
    const list = findings(
      SERVICE,
      /\n {2}- id: [a-z-]+\n {4}kind: rate/,
      '\n  - { id: ticket, kind: ticket }\n  - id: rate\n    kind: rate',
    );
    expect(list.map(({ rule }) => rule)).toContain('step.notBuilt');
  });
});

describe('every way leads on', () => {
  test('a paper that must be there now can’t be brought later after a fault', () => {
    const list = findings('materials.yaml', /(household-page:[\s\S]*?deferrableWorkdays: )\d+/, '$1null');
    expect(list.map(({ rule, file }) => [rule, file])).toContainEqual(['step.deadEdge', PROOF]);
    expect(list.find(({ rule }) => rule === 'step.deadEdge')?.said.en.suggestion).toContain('leave-safely');
  });

  test('an answer that is said to be read from a paper that nobody reads', () => {
    const list = findings('elements.yaml', /(mobilePhone:[\s\S]*?sources: \[)typed/, '$1scan, typed');
    expect(list).toMatchObject([{ rule: 'source.noPaper', file: 'elements.yaml' }]);
  });

  test('a question that can only be written is said to be typed', () => {
    const list = findings('elements.yaml', /(applicantSignature:[\s\S]*?sources: \[)drawn/, '$1typed');
    expect(list.map(({ rule }) => rule)).toContain('source.notTyped');
  });
});
