/** States that differ in nothing still to be asked are walked once, and nothing is overlooked by that: neither page nor way nor trap. */
import { beforeAll, expect, test } from 'vitest';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { ServiceId } from '#contract/ids.ts';
import { APPLY } from '../compile/plan-mode.ts';
import { contentFrom, compilerBeside } from '../testing/catalog.ts';
import { yesNoQuestions } from '../testing/yes-no-questions.ts';
import { pagesAt } from './check-ways.ts';
import type { Walk } from './walk-plan.ts';
import { walkAs, walkService } from './walk-service.ts';

const SENIOR = 'services/senior-card.yaml';
const QUESTIONS = ['trapOne', 'idle', 'idler', 'trapTwo', 'idlest'];

let sources: ReadonlyMap<string, string>;
let compile: ReturnType<typeof compilerBeside>;
beforeAll(async () => {
  sources = await readFewServices();
  compile = compilerBeside(sources);
});

/** The senior card, asking five things more; a check after them requires what `rule` says. */
function requiring(rule: string): ReadonlyMap<string, string> {
  const word = '{ zh-CN: 好, en: Good }';
  const told = `{ text: ${word} }`;
  const steps = `  - { id: extras, kind: ask, elements: [${QUESTIONS.join(', ')}] }
  - id: trap
    kind: check
    rules:
      - { id: trap, require: '${rule}', met: ${told}, unmet: ${told}, suggestions: [${told}] }
`;
  const service = sources.get(SENIOR) ?? '';
  expect(service).toContain('  - id: pick-up\n');
  return new Map(sources)
    .set('elements.yaml', (sources.get('elements.yaml') ?? '') + yesNoQuestions(QUESTIONS))
    .set(SENIOR, service.replace('  - id: pick-up\n', `${steps}\n  - id: pick-up\n`));
}

function rulesBroken(rule: string): readonly string[] {
  const compiled = compile(requiring(rule));
  return compiled.ok ? [] : compiled.fault.map((finding) => finding.rule);
}

function seenOn(walks: readonly Walk[]) {
  const places = walks.flatMap(({ visited }) =>
    [...visited.values()].flatMap(({ snapshot }) =>
      snapshot.status === 'done' ? [`end: ${String(snapshot.value)}`] : pagesAt(snapshot),
    ),
  );
  const edges = walks.flatMap((walk) => [...walk.edges]);
  return { places: [...new Set(places)].toSorted(), edges: [...new Set(edges)].toSorted() };
}

test('a rule that fails for one combination of two answers, asked far from each other', () => {
  expect(rulesBroken('100 / ((trapOne ? 1 : 0) + (trapTwo ? 1 : 0) + 1) > 40')).toEqual([]);
  expect(rulesBroken('100 / ((trapOne ? 1 : 0) + (trapTwo ? 0 : 1)) > 0')).toContain('ways.fault');
});

test('a rule that fails for one answer of citizens of one age', () => {
  expect(rulesBroken('trapOne || 100 / (ageOn(card.birthDate, today) - 61) != 0')).toContain('ways.fault');
});

test('every page, end and transition that a walk through all states finds is found', () => {
  const content = contentFrom(requiring('trapOne || trapTwo'));
  for (const id of ['senior-card', 'birth-registration', 'household-proof'] as const) {
    const service = content.services.get(ServiceId.parse(id));
    if (service === undefined) throw new Error(`no service ${id}`);
    const merged = walkAs(content, service, APPLY);
    const all = walkAs(content, service, APPLY, { limit: 50_000 });
    expect(seenOn(merged)).toEqual(seenOn(all));
    const count = (walks: readonly Walk[]): number => walks.reduce((sum, { visited }) => sum + visited.size, 0);
    expect(count(merged)).toBeLessThan(count(all) / 2);
  }
});

test('it is walked by whoever does it for somebody else, and by whoever practises', () => {
  const content = contentFrom(sources);
  const service = content.services.get(ServiceId.parse('senior-card'));
  if (service === undefined) throw new Error('no senior card');
  const walks = walkService(content, service);
  expect(walks.map(({ mode }) => mode)).toEqual([
    { kind: 'apply', agent: false },
    { kind: 'apply', agent: true },
    { kind: 'practise', agent: false },
  ]);
  for (const walk of walks) expect(seenOn([walk]).places).toContain('end: done');
  expect(seenOn(walks.slice(1, 2)).places).toEqual(
    expect.arrayContaining(['agent-card', 'agent-consent/agentConsent']),
  );
});
