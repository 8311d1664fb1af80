/** What one service costs to compile, a cart of eight to plan, and an event to take, beside xstate with nothing of ours in it. */
import { initialTransition, setup, transition } from 'xstate';
import type { BenchRow } from '#contract/bench-report.ts';
import { StationId, type ServiceId } from '#contract/ids.ts';
import { compilePlan } from '#flows/compile/compile-plan.ts';
import { planRules } from '#flows/compile/plan-rules.ts';
import { makePlan } from '#flows/compile/plan.ts';
import type { PlanEvent } from '#flows/compile/plan-events.ts';
import { startOf } from '#flows/gate/walk-plan.ts';
import { makesCase } from '#flows/language/service.ts';
import { parseContent, type Content } from '#flows/release/content.ts';
import { compileSource } from '#flows/release/compile-source.ts';
import { CATALOG_FOLDER, readSources } from '#fixtures/hall/publish-catalog.ts';
import { Day } from '#contract/ids.ts';
import { percentile } from '../shell/percentile.ts';

const ROUNDS = 200;
const TODAY = Day.parse('2026-06-15');
const RUNS_AT = { station: StationId.parse('bench'), release: 1 };

async function readContent(): Promise<Content> {
  const compiled = compileSource(await readSources(CATALOG_FOLDER));
  if (!compiled.ok) throw new Error(compiled.fault[0]?.said.en.message);
  const parsed = parseContent(compiled.value);
  if (!parsed.ok) throw new Error(parsed.fault[0]?.said.en.message);
  return parsed.value;
}

function machineOf(content: Content, services: readonly ServiceId[]) {
  return compilePlan(makePlan(content, 1, services), content, planRules(content), RUNS_AT);
}

export async function measureCompile(): Promise<readonly BenchRow[]> {
  const content = await readContent();
  const offered = [...content.services.values()].filter(({ offered }) => offered);
  const longest = offered.toSorted((one, other) => other.steps.length - one.steps.length)[0];
  if (longest === undefined) throw new Error('nothing is offered');
  const value = median(() => machineOf(content, [longest.id]));
  const limit = median(() => JSON.stringify(longest));
  return [{ what: `compile: one service (${longest.id})`, value, unit: 'ms', limit, ratio: value / limit }];
}

export async function measurePlan(): Promise<readonly BenchRow[]> {
  const content = await readContent();
  const eight = [...content.services.values()].filter((each) => each.offered && makesCase(each)).slice(0, 8);
  const ids = eight.map(({ id }) => id);
  const value = median(() => makePlan(content, 1, ids));
  const limit = median(() => JSON.stringify(eight));
  return [{ what: `plan: ${ids.length} services merged`, value, unit: 'ms', limit, ratio: value / limit }];
}

/** From a page to the next and back: the same two states without pages, guards or rules are what xstate itself takes. */
export async function measureTransition(): Promise<readonly BenchRow[]> {
  const machine = machineOf(await readContent(), ['senior-card' as ServiceId]);
  const stamp = { at: 0, language: 'zh-CN' } as const;
  const [next, back]: PlanEvent[] = [
    { type: 'next', ...stamp },
    { type: 'back', ...stamp },
  ];
  const start = startOf(machine, TODAY);
  if (next === undefined || back === undefined) throw new Error('no events');
  const [second] = transition(machine, start, next);
  const raw = setup({ types: { context: {} as object, events: {} as PlanEvent } }).createMachine({
    context: { ...start.context },
    initial: 'one',
    states: {
      one: { on: { next: 'other' } },
      other: { initial: 'waiting', on: { back: 'one' }, states: { waiting: {} } },
    },
  });
  const [rawStart] = initialTransition(raw);
  const [rawSecond] = transition(raw, rawStart, next);
  const value = 1_000 * median(() => [transition(machine, start, next), transition(machine, second, back)]);
  const limit = 1_000 * median(() => [transition(raw, rawStart, next), transition(raw, rawSecond, back)]);
  return [{ what: 'transition: to the next page and back', value, unit: 'µs', limit, ratio: value / limit }];
}

/** ms of one; the first rounds aren't counted. */
function median(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const from = performance.now();
    work();
    if (round >= ROUNDS) times.push(performance.now() - from);
  }
  return percentile(times, 50);
}
