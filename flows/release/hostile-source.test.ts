/** Sources made to hurt: each is refused with a finding, in bounded work, and nothing of it reaches any object of ours. */
import { beforeAll, expect, test } from 'vitest';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { compilerBeside } from '../testing/catalog.ts';
import { compileSource } from './compile-source.ts';
import { parseContent } from './content.ts';

const SERVICE = 'services/senior-card.yaml';

let sources: ReadonlyMap<string, string>;
let compile: ReturnType<typeof compilerBeside>;
beforeAll(async () => {
  sources = await readFewServices();
  compile = compilerBeside(sources);
});

function rulesFound(file: string, text: string): readonly string[] {
  const compiled = compile(new Map(sources).set(file, text));
  return compiled.ok ? [] : compiled.fault.map(({ rule }) => rule);
}

/** The file with something more at its end. */
function more(file: string, text: string): string {
  return `${sources.get(file) ?? ''}\n${text}\n`;
}

const BOMB: string = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((name, index) => {
    const before = 'abcdefghij'[index] ?? 'a';
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

type Attempt = readonly [name: string, file: string, text: () => string, rule: string];
const ATTEMPTS: readonly Attempt[] = [
  ['an alias bomb', 'elements.yaml', () => BOMB, 'yaml.alias'],
  ['10 MB of text', SERVICE, () => `title: ${'夜'.repeat(10_000_000)}`, 'yaml.tooLarge'],
  ['brackets a hundred thousand deep', SERVICE, () => '['.repeat(100_000), 'yaml.tooDeep'],
  [
    'maps fifty deep',
    SERVICE,
    () => Array.from({ length: 50 }, (_, depth) => `${'    '.repeat(depth)}a:`).join('\n'),
    'yaml.tooDeep',
  ],
  ['a key __proto__', 'elements.yaml', () => more('elements.yaml', '__proto__: { polluted: true }'), 'yaml.reserved'],
  [
    'a tag that makes an object',
    'catalogue.yaml',
    () => more('catalogue.yaml', 'x: !!js/function "() => 1"'),
    'yaml.tag',
  ],
  ['a merge key', SERVICE, () => more(SERVICE, '<<: { offered: true }'), 'shape.unknown'],
  ['a question named constructor', 'elements.yaml', () => more('elements.yaml', 'constructor: {}'), 'sense.taken'],
  ['a question named 0', 'elements.yaml', () => more('elements.yaml', '"0": {}'), 'form.camel'],
  ['a service whose name leads out of the folder', 'services/../../x.yaml', () => 'id: x', 'file.unknown'],
];

test.each(ATTEMPTS)('%s', (_name, file, text, rule) => {
  expect(rulesFound(file, text())).toContain(rule);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each(['toString', 'hasOwnProperty', '__proto__', 'constructor', 'prototype', 'valueOf'])(
  'a service, a paper, a fee, an office, a source called %s is not found where every object has one',
  (name) => {
    const source = sources.get(SERVICE) ?? '';
    for (const [old, text] of [
      [/topic: [a-z-]+/, `topic: ${name}`],
      [/office: [a-zA-Z-]+/, `office: ${name}`],
      [/elements: \[mobilePhone\]/, `elements: [${name}]`],
      [/materials: \[[^\]]*\]/, `materials: [${name}]`],
    ] as const) {
      expect(source).toMatch(old);
      expect(rulesFound(SERVICE, source.replace(old, text)).length).toBeGreaterThan(0);
    }
  },
);

test('a rule may not try texts against a pattern, nor call what it isn’t given', () => {
  const source = sources.get(SERVICE) ?? '';
  const rule = 'when: deliveryWay == "pickUp"';
  expect(source).toContain(rule);
  for (const attempt of [
    'when: deliveryWay.matches("(a+)+$")',
    'when: deliveryWay.constructor("return 1")() == 1',
    'when: deliveryWay["constructor"] == null',
    'when: __proto__ == null',
    `when: ${'('.repeat(60)}true${')'.repeat(60)}`,
  ])
    expect(rulesFound(SERVICE, source.replace(rule, attempt))).not.toEqual([]);
});

test('what a kiosk is handed as JSON is refused like what an author wrote', () => {
  const compiled = compileSource(sources);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault));
  const hostile = JSON.parse('{"__proto__":{"polluted":true},"id":"x"}') as never;
  expect(parseContent(new Map([...compiled.value, ['services/x.json', hostile]])).ok).toBe(false);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
