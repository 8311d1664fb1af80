/** "Step n of m": steps of a kind count as one stage, so the total doesn't jump when a question falls away. */
import type { ScreenView } from '#contract/screen.ts';
import { AGENT_QUESTIONS } from '../../compile/agent-steps.ts';
import type { PlanStep } from '../../compile/plan.ts';
import type { TextKey } from '../../language/texts.ts';
import { pageOf } from '../visit.ts';
import type { Scene } from './scene.ts';

/** Submitting has no screen to stay on: it belongs to the review. */
const STAGE = {
  info: 'stage.info',
  identify: 'stage.identify',
  check: 'stage.check',
  choose: 'stage.ask',
  ask: 'stage.ask',
  promise: 'stage.promise',
  lookup: 'stage.lookup',
  scan: 'stage.scan',
  review: 'stage.review',
  fee: 'stage.fee',
  sign: 'stage.sign',
  print: 'stage.print',
  submit: 'stage.review',
  receipt: 'stage.receipt',
  rate: 'stage.rate',
  notice: 'stage.notice',
  guide: 'stage.guide',
} as const satisfies Record<PlanStep['kind'], TextKey>;

/**
 * One's own cases are a stage of their own, not one with what other offices keep. So is who acts: their card and their relation come
 * before the applicant's card, and nobody is led back a step.
 */
function stageOf({ kind, source, elements }: PlanStep): TextKey {
  if (source.kind === 'identify' && source.who === 'agent') return 'stage.agent';
  if (elements.includes(AGENT_QUESTIONS.relation)) return 'stage.agent';
  return source.kind === 'lookup' && source.source !== 'progress' ? 'stage.source' : STAGE[kind];
}

/**
 * Which stage each step counts as, from 1. Forward only: a stage that is come back to, like a question after the papers, counts as the
 * one that it interrupts, and is called by its own name.
 */
export function stageNumbers(steps: readonly PlanStep[]): readonly number[] {
  const met = new Set<TextKey>();
  return steps.map((step) => met.add(stageOf(step)).size);
}

export function progressOf({ t, visit }: Scene): ScreenView['progress'] {
  if (visit.plan === null || visit.plan.snapshot.status !== 'active') return null;
  const { page } = pageOf(visit.plan);
  if (page.kind === 'fault') return null;
  const { steps } = visit.plan.plan;
  const numbers = stageNumbers(steps);
  const of = numbers.at(-1);
  // One page is no way of several steps.
  if (of === 1) return null;
  const at = steps.findIndex(({ id }) => id === page.step);
  const [here, step] = [steps[at], numbers[at]];
  if (here === undefined || step === undefined || of === undefined)
    throw new RangeError(`no step ${page.step} in this plan`);
  return { step, of, label: t('progress.label', { step, of, what: t(stageOf(here)) }) };
}
