/** Services that read well and yet lead nobody anywhere: what their author is told, with the line; one for each such finding is in `flows/testing/broken`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { EXAMPLES, VALIDATORS } from '../language/validators.ts';
import { compileSource } from '../release/compile-source.ts';
import { compilerBeside, contentFrom } from '../testing/catalog.ts';
import { walkService } from './walk-service.ts';

let sources: ReadonlyMap<string, string>;
let compile: ReturnType<typeof compilerBeside>;
beforeAll(async () => {
  sources = await readFewServices();
  compile = compilerBeside(sources);
});

const BIRTH = 'services/birth-registration.yaml';
const SENIOR = 'services/senior-card.yaml';

/** What is found when `text` stands in place of `old` in one file. */
function findings(file: string, old: string, text: string) {
  const source = sources.get(file) ?? '';
  expect(source).toContain(old);
  const compiled = compile(new Map(sources).set(file, source.replace(old, text)));
  const line = source.slice(0, source.indexOf(old)).split('\n').length;
  const list = compiled.ok ? [] : compiled.fault;
  return { line, list, told: list.map((finding) => `${finding.rule}: ${finding.said.en.message}`) };
}

test('our own services: every step is reached by somebody, every way ends, no rule fails', () => {
  const compiled = compileSource(sources);
  expect(compiled.ok ? [] : compiled.fault).toEqual([]);
});

describe('a step that nobody comes to', () => {
  test('because its condition asks for an answer that is not among the options', () => {
    const { line, list } = findings(
      BIRTH,
      'when: householdParent != applicantRole',
      'when: householdParent == "uncle"',
    );
    expect(list).toMatchObject([{ rule: 'ways.neverHolds', file: BIRTH, line, service: 'birth-registration' }]);
    expect(list[0]?.said.en.message).toContain('"other-parent"');
    expect(list[0]?.said['zh-CN'].message).toContain('永远不成立');
  });

  test('because its condition contradicts the check before it', () => {
    const { told } = findings(SENIOR, 'when: deliveryWay == "pickUp"', 'when: ageOn(card.birthDate, today) < 50');
    expect(told).toEqual([
      'ways.neverHolds: No citizen ever comes to the step "pick-up": its condition (ageOn(card.birthDate, today) < 50) never holds.',
    ]);
  });
});

test('a condition on the calendar is tried on the days it names', () => {
  const { told } = findings(BIRTH, 'when: householdParent != applicantRole', 'when: today >= "2027-01-01"');
  expect(told).toEqual([]);
});

test('a service is walked by cards on both sides of every age it names', () => {
  const content = contentFrom(sources);
  const [service] = [...content.services.values()].filter(({ id }) => id === 'senior-card');
  if (service === undefined) throw new Error('no senior card');
  const ends = walkService(content, service).flatMap(({ visited }) =>
    [...visited.values()].flatMap(({ snapshot }) => (snapshot.status === 'done' ? [snapshot.value] : [])),
  );
  expect(new Set(ends)).toEqual(new Set(['declined', 'done']));
});

test('what the gate types in, its validator takes', () => {
  for (const [name, example] of Object.entries(EXAMPLES))
    expect(VALIDATORS[name as keyof typeof VALIDATORS](example)).toBe(true);
});
