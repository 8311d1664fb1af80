/** What one service costs to compile, a cart of eight to plan, and an event to take, beside xstate with nothing of ours in it. */
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  initialTransition,
  type SnapshotFrom,
  transition,
} from 'xstate';
import type { BenchRow } from '#contract/bench-report.ts';
import { Day, ElementId, type ServiceId, StationId } from '#contract/ids.ts';
import { compilePlan } from '#flows/compile/compile-plan.ts';
import { planRules } from '#flows/compile/plan-rules.ts';
import { makePlan } from '#flows/compile/plan.ts';
import type { PlanEvent } from '#flows/compile/plan-events.ts';
import { SOMEBODY } from '#flows/gate/possible-cards.ts';
import { startOf } from '#flows/gate/walk-plan.ts';
import { makesCase } from '#flows/language/service.ts';
import { parseContent, type Content } from '#flows/release/content.ts';
import { compileSource } from '#flows/release/compile-source.ts';
import { CATALOG_FOLDER, readSources } from '#fixtures/hall/publish-catalog.ts';
import { byHandMachine } from './by-hand-machine.ts';
import { percentile } from '../shell/percentile.ts';

const ROUNDS = 200;
/** How often a round walks the same way: one alone is shorter than the clock is sure of. */
const WALKS = 20;
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

/**
 * Beside the same pages written in xstate by hand: from a page to the next and back, and an answer that leads on. Each
 * answer makes a context that no rule was asked about yet.
 */
export async function measureTransition(): Promise<readonly BenchRow[]> {
  const machine = machineOf(await readContent(), ['senior-card' as ServiceId]);
  const start = startOf(machine, TODAY);
  const citizen = { ...start.context, card: SOMEBODY };
  const raw = byHandMachine(start.context);
  const [rawStart] = initialTransition(raw);
  const asked = machine.resolveState({ value: { delivery: { deliveryWay: 'asking' } }, context: citizen });
  const rawAsked = raw.resolveState({ value: { delivery: 'asking' }, context: citizen });
  return [
    beside('transition: to the next page and back', 'about', [
      () => after(machine, start, [NEXT, BACK]),
      () => after(raw, rawStart, [NEXT, BACK]),
    ]),
    beside('transition: an answer, and on to the page it leads to', 'pick-up', [
      () => after(machine, asked, [PICK_UP, NEXT]),
      () => after(raw, rawAsked, [PICK_UP, NEXT]),
    ]),
  ];
}

const STAMP = { at: 0, language: 'zh-CN' } as const;
const NEXT: PlanEvent = { type: 'next', ...STAMP };
const BACK: PlanEvent = { type: 'back', ...STAMP };
const PICK_UP: PlanEvent = { type: 'answer', element: ElementId.parse('deliveryWay'), value: 'pickUp', ...STAMP };

/** The page that is open after the events. */
function after<M extends AnyStateMachine>(machine: M, from: SnapshotFrom<M>, events: readonly PlanEvent[]): string {
  let last: AnyMachineSnapshot = from;
  for (const event of events) [last] = transition<AnyStateMachine>(machine, last, event);
  return typeof last.value === 'string' ? last.value : (Object.keys(last.value)[0] ?? '');
}

/** µs of one transition of two, ours and by hand in turn, since the machine isn't ours alone. Throws when one of them comes to another page. */
function beside(what: string, page: string, [ours, byHand]: readonly [() => string, () => string]): BenchRow {
  const times: { readonly ours: number[]; readonly byHand: number[] } = { ours: [], byHand: [] };
  for (let round = 0; round < 2 * ROUNDS; round += 1)
    for (const [side, walk] of [
      ['ours', ours],
      ['byHand', byHand],
    ] as const) {
      const from = performance.now();
      for (let time = 0; time < WALKS; time += 1)
        if (walk() !== page) throw new Error(`${what}: ${side} comes to another page`);
      if (round >= ROUNDS) times[side].push((1_000 * (performance.now() - from)) / (2 * WALKS));
    }
  const [value, limit] = [percentile(times.ours, 50), percentile(times.byHand, 50)];
  return { what, value, unit: 'µs', limit, ratio: value / limit };
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
