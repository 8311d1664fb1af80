/** 代办: what a plan asks of whoever does it for the applicant: their card before the applicant's, how they belong together, their word, and the applicant's on paper. */
import { ElementId, MaterialId, StepId } from '#contract/ids.ts';
import type { Service } from '../language/service.ts';
import type { StepOf } from '../language/step.ts';
import type { PlanStep } from './plan.ts';

/** Asked of every agent, whatever the service; a release with a service for agents has both. */
export const AGENT_QUESTIONS = {
  relation: ElementId.parse('agentRelation'),
  consent: ElementId.parse('agentConsent'),
} as const;

/** 授权委托书; it may follow later, so that nobody who comes at night without one, or to a station without a camera, comes in vain. */
export const AGENT_PAPER = MaterialId.parse('power-of-attorney');

/** No service may call a step of its own like one of these. */
export const AGENT_STEPS = {
  card: StepId.parse('agent-card'),
  relation: StepId.parse('agent-relation'),
  consent: StepId.parse('agent-consent'),
  paper: StepId.parse('agent-paper'),
} as const;

/** Between the two cards stands a page, so that there is time to change them. Throws when nobody is identified. */
export function withAgent(services: readonly Service[], steps: readonly PlanStep[]): readonly PlanStep[] {
  const at = steps.findIndex(({ source }) => source.kind === 'identify' && source.who === 'applicant');
  const identify = steps[at];
  if (identify === undefined) throw new RangeError('nobody is identified: there is no one to act for');
  const takers = services.map(({ id }) => ({ service: id, when: null }));
  const own = (
    source: PlanStep['source'],
    elements: readonly ElementId[],
    materials: readonly MaterialId[] = [],
  ): PlanStep => {
    if (steps.some(({ id }) => id === source.id)) throw new RangeError(`two steps ${source.id}`);
    return { id: source.id, kind: source.kind as PlanStep['kind'], takers, elements, materials, source };
  };
  const { relation, consent } = AGENT_QUESTIONS;
  return [
    ...steps.slice(0, at),
    own({ ...(identify.source as StepOf<'identify'>), id: AGENT_STEPS.card, who: 'agent' }, []),
    own({ id: AGENT_STEPS.relation, kind: 'ask', elements: [relation] }, [relation]),
    identify,
    // Nobody's list of broken promises is asked: this is no promise of the applicant's.
    own({ id: AGENT_STEPS.consent, kind: 'promise', element: consent, faults: NEVER_ASKED }, [consent]),
    own(
      { id: AGENT_STEPS.paper, kind: 'scan', device: 'Camera', materials: [AGENT_PAPER], faults: BROUGHT_LATER },
      [],
      [AGENT_PAPER],
    ),
    ...steps.slice(at + 1),
  ];
}

const BROUGHT_LATER = {
  'camera.absent': 'skip-with-deferral',
  'camera.other': 'skip-with-deferral',
  'camera.black': 'skip-with-deferral',
  'camera.frozen': 'skip-with-deferral',
  'device.lost': 'retry',
  'device.missing': 'skip-with-deferral',
  'device.busy': 'retry',
  'device.canceled': 'retry',
  'device.protocol': 'skip-with-deferral',
  'device.notHeld': 'retry',
} as const satisfies StepOf<'scan'>['faults'];

const NEVER_ASKED = { 'hub.away': 'go-on', 'hub.refused': 'go-on' } as const satisfies StepOf<'promise'>['faults'];
