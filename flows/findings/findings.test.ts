/** Every finding has a catalogue that is refused with it, at a line, in the words of a hall manager in both languages. */
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '#fixtures/house/sources.ts';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { editorSchema, FILE_KINDS } from '../release/editor-schemas.ts';
import { FORM_OF_PATTERN } from '../release/form-of-pattern.table.ts';
import {
  BROKEN_OFFERS,
  BROKEN_PAPERS,
  BROKEN_RULES,
  BROKEN_STEPS,
  BROKEN_WAYS,
} from '../testing/broken/broken-services.table.ts';
import {
  BROKEN_FILES,
  BROKEN_FORMS,
  BROKEN_SENSE,
  BROKEN_SHAPES,
  BROKEN_TEXTS,
} from '../testing/broken/broken-values.table.ts';
import type { Sources } from '../testing/broken/change-sources.ts';
import { compilerBeside } from '../testing/catalog.ts';
import { FINDINGS, type FindingCode } from './findings.table.ts';

let sources: Sources;
let compile: ReturnType<typeof compilerBeside>;
beforeAll(async () => {
  sources = await readFewServices();
  compile = compilerBeside(sources);
});

const BROKEN = {
  ...BROKEN_FILES,
  ...BROKEN_SHAPES,
  ...BROKEN_FORMS,
  ...BROKEN_SENSE,
  ...BROKEN_TEXTS,
  ...BROKEN_STEPS,
  ...BROKEN_OFFERS,
  ...BROKEN_PAPERS,
  ...BROKEN_RULES,
  ...BROKEN_WAYS,
};

test.each(Object.entries(BROKEN))('%s', (rule, [change, told]) => {
  const compiled = compile(change(sources));
  const findings = compiled.ok ? [] : compiled.fault;
  const found = findings.filter((finding) => finding.rule === rule);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  expect(found.map(({ said }) => said['zh-CN'].message).join('\n')).toContain(told);
  expect(found.every(({ line }) => line !== null && line > 0)).toBe(true);
  for (const { said, params } of found)
    for (const { message, citizen, suggestion } of Object.values(said))
      for (const text of [message, citizen ?? '', suggestion])
        for (const gap of Object.keys(params)) expect(text).not.toContain(`{${gap}}`);
});

describe('words that a hall manager knows', () => {
  /** These stand in what a manager writes, not in what is said about it. */
  const PROGRAMMERS =
    /schema|undefined|\bnull\b|\bAST\b|guard|regex|string|boolean|parse|解析|正则|字符串|布尔|数组|对象|变量|函数|语法树/i;

  test.each(Object.keys(FINDINGS) as FindingCode[])('%s', (code) => {
    const { wrong, todo, ...rest } = FINDINGS[code];
    for (const text of [wrong, todo, ...Object.values(rest)]) {
      expect(text['zh-CN']).toMatch(/[\p{Script=Han}{]/u);
      expect(text['zh-CN']).not.toMatch(PROGRAMMERS);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[\p{Lu}"“`{]/u);
    }
  });
});

test('the codes that the manager’s manual explains are findings', () => {
  const codes =
    read('docs/manager.md').match(/(?<=^\| `)(?:text|yaml|shape|file|code|reference|rule|step|ways)\.\w+(?=`)/gm) ?? [];
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !Object.hasOwn(FINDINGS, code))).toEqual([]);
});

test('every form that a file’s schema asks for has words of its own', () => {
  const forms = FILE_KINDS.flatMap((kind) => patternsIn(editorSchema(kind)));
  expect(forms.filter(({ format, pattern }) => format !== 'date' && FORM_OF_PATTERN[pattern] === undefined)).toEqual(
    [],
  );
});

function patternsIn(schema: unknown): readonly { readonly format: unknown; readonly pattern: string }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(patternsIn);
  if (!('pattern' in schema) || typeof schema.pattern !== 'string') return inside;
  return [{ format: 'format' in schema ? schema.format : null, pattern: schema.pattern }, ...inside];
}
