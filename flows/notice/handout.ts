/** Plans that end in a page to take along instead of a submission: no card is read, nothing is kept. */
import { type ServiceId, StepId } from '#contract/ids.ts';
import { planHash } from '../compile/plan-hash.ts';
import { mergeSteps } from '../compile/merge-steps.ts';
import type { PlanMode } from '../compile/plan-mode.ts';
import type { Plan, PlanStep } from '../compile/plan.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { decidingQuestions } from './deciding-questions.ts';

/** `notice`: 一次性告知, for what this citizen answers. `guide`: 办事指南, for everybody. */
export type HandoutKind = 'notice' | 'guide';

export type HandoutMode = PlanMode & { readonly kind: HandoutKind };

/** The last step of such a plan; no service has one. */
export interface Handout {
  readonly id: StepId;
  readonly kind: HandoutKind;
}

/** No service may call a step of its own like one of these. */
export const HANDOUT_STEPS = {
  notice: StepId.parse('hand-out-notice'),
  guide: StepId.parse('hand-out-guide'),
} as const satisfies Record<HandoutKind, StepId>;

/** The order of `chosen` doesn't matter. Throws when it is empty, or a service isn't in the release. */
export function makeHandout(mode: HandoutMode, content: Content, release: number, chosen: readonly ServiceId[]): Plan {
  const { kind } = mode;
  if (chosen.length === 0) throw new RangeError('a handout for no service');
  const services = [...new Set(chosen)].toSorted().map((id) => {
    const service = content.services.get(id);
    if (service === undefined) throw new RangeError(`no service ${id} in this release`);
    return service;
  });
  const id = HANDOUT_STEPS[kind];
  const takers = services.map((service) => ({ service: service.id, when: null }));
  const last: PlanStep = { id, kind, takers, elements: [], materials: [], source: { id, kind } };
  const steps = [...(kind === 'notice' ? questions(services, content) : []), last];
  const asked = steps.flatMap((step) => step.elements).flatMap((each) => content.elements[each] ?? []);
  return { mode, services, steps, hash: planHash(release, mode, [...services, ...asked]) };
}

/** Of the merged path only the questions that decide something, each asked as the path asks it. */
function questions(services: readonly Service[], content: Content): readonly PlanStep[] {
  const deciding = decidingQuestions(services, content);
  return mergeSteps(services, content)
    .filter(({ kind }) => kind === 'ask' || kind === 'choose' || kind === 'promise')
    .map((step) => ({
      ...step,
      // Nothing is signed yet: see `promise-beforehand.ts`.
      kind: step.kind === 'promise' ? ('ask' as const) : step.kind,
      elements: step.elements.filter((element) => deciding.has(element)),
    }))
    .filter(({ elements }) => elements.length > 0);
}

export function isHandout(mode: PlanMode): mode is HandoutMode {
  return mode.kind === 'notice' || mode.kind === 'guide';
}
