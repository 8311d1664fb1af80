/** 提交 is the last press before it is submitted, in every service of ours, and no press before it. */
import { beforeAll, expect, test } from 'vitest';
import { ElementId, ServiceId, StepId } from '#contract/ids.ts';
import { wholeContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { TODAY } from '../testing/test-kiosk.ts';
import { APPLY, type PlanMode } from './plan-mode.ts';
import { type PlanRules, planRules } from './plan-rules.ts';
import { freshPlan } from './plan-setup.ts';
import { makePlan, type PlanStep } from './plan.ts';
import { submitsNext } from './submits-next.ts';

const MODES: readonly PlanMode[] = [APPLY, { kind: 'practise', agent: false }, { kind: 'apply', agent: true }];

let content: Content;
let rules: PlanRules;
beforeAll(async () => {
  content = await wholeContent();
  rules = planRules(content);
});

function lastPresses(services: readonly ServiceId[], mode: PlanMode, answers: Readonly<Record<string, string>> = {}) {
  const plan = makePlan(content, 1, services, mode);
  const context = { ...freshPlan({ input: { today: TODAY } }), answers };
  const here = ({ id, elements: [element] }: PlanStep) =>
    element === undefined ? { step: id } : { step: id, element };
  const from = plan.steps.findIndex(({ kind }) => kind === 'review');
  const until = plan.steps.findIndex(({ kind }) => kind === 'submit');
  const between = plan.steps.slice(from, until);
  return { between, presses: between.filter((step) => submitsNext(plan, rules, context, here(step))) };
}

test('in each service, and in what is done for another or practised, one press submits: the last', () => {
  const wrong: string[] = [];
  for (const { id, offered, agent, steps } of content.services.values())
    for (const mode of MODES) {
      if (!offered || !steps.some(({ kind }) => kind === 'submit') || (mode.agent && !agent)) continue;
      const { between, presses } = lastPresses([id], mode);
      if (between.some(({ takers }) => takers.some(({ when }) => when !== null))) continue;
      const said = presses.map((step) => step.id).join();
      if (said !== between.at(-1)?.id) wrong.push(`${id}, ${mode.kind}: “${said}”`);
    }
  expect(wrong).toEqual([]);
});

test('a signature that only some are asked for decides where the last press is', () => {
  const region = ElementId.parse('decisionRegion');
  const first = (answer: string) =>
    lastPresses([ServiceId.parse('cross-region')], APPLY, { [region]: answer }).presses[0]?.id;
  expect(first('fusang')).toBe(StepId.parse('signature'));
  expect(first('elsewhere')).toBe(StepId.parse('overview'));
});

test('in a cart the one signature comes after the fees, and is the last press', () => {
  const cart = ['residence-permit', 'company-registration'].map((id) => ServiceId.parse(id));
  const { between, presses } = lastPresses(cart, APPLY);
  expect(between.map(({ kind }) => kind)).toEqual(['review', 'fee', 'sign']);
  expect(presses).toEqual(between.slice(-1));
});
