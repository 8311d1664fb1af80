/** Whatever is changed at the review of any of our services: no rule fails, some way leads to an end, nothing open is submitted. */
import { expect, test } from 'vitest';
import { Day } from '#contract/ids.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { isAnyOpen } from '../compile/open-stops.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import { APPLY } from '../compile/plan-mode.ts';
import { planRules } from '../compile/plan-rules.ts';
import { drawPlan } from '../compile/plan.ts';
import { stopsOf } from '../compile/stops.ts';
import { makesCase } from '../language/service.ts';
import { pagesAt } from './check-ways.ts';
import { possibleEvents, STATION } from './possible-events.ts';
import { rulesOf } from './rules-of.ts';
import { deadEnds, startOf, walk } from './walk-plan.ts';
import { whatMatters } from './what-matters.ts';

const TODAY = Day.parse('2026-06-15');

test('every answer that stands there is changed to every other', { timeout: 120_000 }, async () => {
  const content = await wholeContent();
  const rules = planRules(content);
  const offered = [...content.services.values()].filter((service) => service.offered && makesCase(service));
  let changed = 0;
  for (const service of offered) {
    const plan = { ...drawPlan(content, [service.id], APPLY), hash: 'any change' };
    const machine = compilePlan(plan, content, rules, { station: STATION, release: 1 });
    const elements = [...new Set(plan.steps.flatMap((step) => step.elements))];
    const edits = elements.map((element): PlanEvent => ({ type: 'edit', element, at: 0, language: 'zh-CN' }));
    const events = [...possibleEvents(plan, content, rulesOf(service, content.elements), TODAY), ...edits];
    const nameOf = whatMatters(plan, content, rules);
    const walked = walk(machine, startOf(machine, TODAY), events, { limit: 4000, nameOf });
    const snapshots = [...walked.visited.values()].map(({ snapshot }) => snapshot);
    const stops = stopsOf(plan);
    const before = stops.slice(
      0,
      Math.max(
        0,
        stops.findIndex(({ kind }) => kind === 'review'),
      ),
    );
    const open = snapshots.filter(({ context }) => {
      const judged = isAnyOpen({ plan, ...content, rules }, before, context);
      return context.submittedAt !== null && (!judged.ok || judged.value);
    });
    const faults = snapshots.filter((snapshot) => pagesAt(snapshot).includes('fault'));
    const found = { whole: walked.whole, faults: faults.length, stuck: deadEnds(walked).length, open: open.length };
    expect([service.id, found]).toEqual([service.id, { whole: true, faults: 0, stuck: 0, open: 0 }]);
    changed += snapshots.filter(({ context }) => context.editing).length;
  }
  expect(changed).toBeGreaterThan(500);
});
