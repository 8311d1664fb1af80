/** Whether a service's steps come in an order that makes sense, each once where once is meant. */
import { AGENT_STEPS } from '../compile/agent-steps.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { listed } from '../findings/said.ts';
import { stepInWords } from '../findings/things.table.ts';
import { makesCase, type Service } from '../language/service.ts';
import { isBuilt, type Step, STEP_RANK, type StepKind } from '../language/step.ts';
import { HANDOUT_STEPS } from '../notice/handout.ts';
import type { Problem } from './finding.ts';

/** Exactly one of each, and never skipped: a plan without them could end without a case or without being told. */
const ALWAYS: readonly StepKind[] = ['identify', 'review', 'submit', 'receipt', 'rate'];
/** A service that only shows what is known of the citizen makes no case. */
const ALWAYS_LOOKING: readonly StepKind[] = ['identify'];
const NEVER_LOOKING: readonly StepKind[] = ['review', 'receipt', 'rate'];
/** States that every plan machine has of its own, and steps that some plans get beside those of their services. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['fault', 'left', 'declined', 'done'],
  ...Object.values(AGENT_STEPS),
  ...Object.values(HANDOUT_STEPS),
]);

const KINDS = (Object.keys(STEP_RANK) as StepKind[]).filter(isBuilt);
const ORDER = listed(KINDS.map(stepInWords));

export function checkSteps(service: Service): readonly Problem[] {
  if (!service.offered) return [];
  const file = `services/${service.id}`;
  const problems: Problem[] = [];
  const found = (told: Told, ...place: readonly PropertyKey[]): void => {
    problems.push({ ...told, file, path: ['steps', ...place] });
  };

  const looks = !makesCase(service) && service.steps.some((step) => step.kind === 'lookup');
  const always = looks ? ALWAYS_LOOKING : ALWAYS;
  const seen = new Set<string>();
  const asked = new Set<string>();
  let rank = 0;
  for (const [index, step] of service.steps.entries()) {
    if (seen.has(step.id)) found(tell('step.twice', { step: step.id }), index, 'id');
    if (RESERVED.has(step.id)) found(tell('step.reserved', { step: step.id }), index, 'id');
    seen.add(step.id);
    if (STEP_RANK[step.kind] < rank)
      found(tell('step.order', { kind: stepInWords(step.kind), order: ORDER }), index, 'kind');
    rank = Math.max(rank, STEP_RANK[step.kind]);
    if (step.when !== undefined && (index === 0 || always.includes(step.kind)))
      found(tell('step.conditional', { step: step.id }), index, 'when');
    const rules = step.kind === 'check' ? step.rules.map((rule) => rule.id) : [];
    for (const [place, rule] of rules.entries())
      if (rules.indexOf(rule) !== place) found(tell('rule.twice', { rule }), index, 'rules', place, 'id');
    for (const [place, element] of (step.kind === 'ask' ? step.elements : []).entries()) {
      if (asked.has(element)) found(tell('element.twice', { element }), index, 'elements', place);
      asked.add(element);
    }
    if (looks && NEVER_LOOKING.includes(step.kind))
      found(tell('step.needless', { kind: stepInWords(step.kind) }), index, 'kind');
  }
  for (const kind of always) {
    const count = countOf(kind, service.steps);
    if (count !== 1) found(tell('step.count', { kind: stepInWords(kind), count }));
  }
  return problems;
}

/** The other person's card counts only where it does not follow the applicant's. */
function countOf(kind: StepKind, steps: readonly Step[]): number {
  const those = steps.filter((step) => step.kind === kind);
  const people = those.flatMap((step) => (step.kind === 'identify' ? step.who : []));
  if (people.join() === 'applicant,partner') return 1;
  return people.includes('applicant') || kind !== 'identify' ? those.length : 0;
}
