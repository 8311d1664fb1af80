/** The second engine finds a first one that is wrong, and is never on the way of a touch. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '#contract/result.ts';
import { read, ROOT } from '#fixtures/house/sources.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import { Elements } from '../language/element.ts';
import { makeRules } from '../language/rules.ts';
import { checkEngines, disagreement } from './check-engines.ts';
import { factsFor } from './facts-for.ts';
import { secondEngine } from './second-engine.ts';

const none = Elements.parse({});
const rules = makeRules(none);
const RULE = 'ageOn(card.birthDate, today) >= 60';

test('our own services: both engines agree about every rule', async () => {
  expect(checkEngines(await wholeContent())).toEqual([]);
  // Walked by every possible citizen before: on a busy machine that takes longer than a test usually may.
}, 180_000);

test('an engine that gives another answer, or one where there is none, is found', () => {
  const right = secondEngine(rules);
  expect(disagreement(rules, right, RULE)).toBeNull();
  const wrong = secondEngine(rules);
  expect(disagreement(rules, { ...wrong, answer: () => ok(false) }, RULE)).not.toBeNull();
  const alwaysOnce = { answer: (...asked: Parameters<typeof right.answer>) => negated(right.answer(...asked)) };
  expect(disagreement(rules, alwaysOnce, RULE)).not.toBeNull();
});

function negated(answer: ReturnType<ReturnType<typeof secondEngine>['answer']>): typeof answer {
  return answer.ok ? ok(!answer.value) : answer;
}

test('facts stand on both sides of every number and text that a rule names', () => {
  const more = { income: 'int', way: 'string' } as const;
  const facts = factsFor('income > 100 && way == "post"', ['income', 'way'], more, 1000);
  expect(facts).toEqual(
    expect.arrayContaining(
      [
        { income: 100, way: 'post' },
        { income: 101, way: '' },
      ].map((each) => expect.objectContaining(each)),
    ),
  );
  expect(factsFor('income > 100', ['income'], more, 5)).toHaveLength(6);
});

/** What is imported from this file, directly or not, now or later, as types or as programs. */
function importedFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.ts') || !existsSync(path.join(ROOT, file))) return seen;
  for (const [, from = ''] of read(file).matchAll(/(?:\bfrom|\bimport\(|\bimport) ?'([^']+)'/g)) {
    if (from.startsWith('.')) importedFrom(path.posix.join(path.posix.dirname(file), from), seen);
    else importedFrom(from.replace(/^#/, ''), seen);
  }
  return seen;
}

test('the second engine is on no kiosk’s way', () => {
  const kiosk = importedFrom('electron/main/main.ts');
  expect(kiosk).toContain('flows/language/rules.ts');
  expect(kiosk).toContain('@marcbachmann/cel-js');
  expect([...kiosk].filter((name) => name.startsWith('flows/gate/') || name.startsWith('@bufbuild'))).toEqual([]);
  expect(importedFrom('flows/release/compile-source.ts')).toContain('@bufbuild/cel');
});
