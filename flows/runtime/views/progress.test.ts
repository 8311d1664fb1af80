/** Whatever the service, alone or in a cart, for oneself or for another: whoever goes on is never told of an earlier step. */
import { beforeAll, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { ServiceId } from '#contract/ids.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import { compilePlan } from '../../compile/compile-plan.ts';
import { APPLY, type PlanMode } from '../../compile/plan-mode.ts';
import { type PlanRules, planRules } from '../../compile/plan-rules.ts';
import { makePlan } from '../../compile/plan.ts';
import type { Content } from '../../release/content.ts';
import { STATION } from '../../testing/test-kiosk.ts';
import { stageNumbers } from './progress.ts';

/** Events after which nobody has gone on. */
const NOT_ONWARD = new Set(['back', 'edit']);

let content: Content;
let rules: PlanRules;
beforeAll(async () => {
  content = await wholeContent();
  rules = planRules(content);
});

/** The steps to which a touch, a device or nothing at all leads from anywhere in this step. */
function ledTo(node: AnyStateNode): readonly string[] {
  // What lacks on the review is asked for again.
  if (node.key === 'incomplete') return [];
  const own = [...node.transitions].flatMap(([event, ways]) => (NOT_ONWARD.has(event) ? [] : ways));
  const targets = [...own, ...(node.always ?? [])].flatMap(({ target }) => target ?? []);
  return [...targets.map(({ path }) => path[0] ?? ''), ...Object.values(node.states).flatMap(ledTo)];
}

function fallsIn(services: readonly ServiceId[], mode: PlanMode): readonly string[] {
  const plan = makePlan(content, 1, services, mode);
  const machine = compilePlan(plan, content, rules, { station: STATION, release: 1 });
  const numbers = stageNumbers(plan.steps);
  const numberOf = new Map<string, number>(plan.steps.map(({ id }, at) => [id, numbers[at] ?? 0]));
  return plan.steps.flatMap(({ id }) => {
    const node = machine.root.states[id];
    const from = numberOf.get(id) ?? 0;
    return (node === undefined ? [] : ledTo(node)).flatMap((to) =>
      (numberOf.get(to) ?? from) < from ? [`${services.join()}: ${id} → ${to}`] : [],
    );
  });
}

test('along every way onward the number of the step never falls', () => {
  const offered = [...content.services.values()].filter((service) => service.offered && service.steps.length > 0);
  const everything = offered.map(({ id }) => id);
  const carts = [...everything.map((id) => [id]), everything, everything.slice(0, 8), everything.slice(-8)];
  expect(carts.flatMap((cart) => fallsIn(cart, APPLY))).toEqual([]);
  const forOthers = offered.filter(({ agent }) => agent).map(({ id }) => id);
  expect(forOthers.flatMap((id) => fallsIn([id], { ...APPLY, agent: true }))).toEqual([]);
});

test('papers that are asked for after a promise count on', () => {
  const { steps } = makePlan(content, 1, [ServiceId.parse('residence-permit')]);
  const numbers = stageNumbers(steps);
  const around = steps.map(({ id }, at) => `${id} ${numbers[at] ?? 0}`).slice(6, 12);
  expect(around).toEqual(['home 5', 'property 6', 'lease-promise 7', 'lease 7', 'family-page 7', 'overview 8']);
});
