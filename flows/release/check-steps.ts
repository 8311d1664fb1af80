/** Whether a service's steps come in an order that makes sense, each once where once is meant. */
import { makesCase, type Service } from '../language/service.ts';
import { STEP_RANK, type StepKind } from '../language/step.ts';
import type { Problem } from './finding.ts';

/** Exactly one of each, and never skipped: a plan without them could end without a case or without being told. */
const ALWAYS: readonly StepKind[] = ['identify', 'review', 'submit', 'receipt', 'rate'];
/** A service that only shows what is known of the citizen makes no case. */
const ALWAYS_LOOKING: readonly StepKind[] = ['identify'];
const NEVER_LOOKING: readonly StepKind[] = ['review', 'receipt', 'rate'];
/** States that every plan machine has of its own, or gets where somebody acts for the applicant. */
const RESERVED = new Set(['fault', 'left', 'declined', 'done', 'agent-card', 'agent-relation', 'agent-consent']);

export function checkSteps(service: Service): readonly Problem[] {
  if (!service.offered) return [];
  const file = `services/${service.id}`;
  const problems: Problem[] = [];
  const found = (rule: string, place: readonly PropertyKey[], message: string, suggestion: string): void => {
    problems.push({ rule, file, path: ['steps', ...place], message, suggestion });
  };

  const looks = !makesCase(service) && service.steps.some((step) => step.kind === 'lookup');
  const always = looks ? ALWAYS_LOOKING : ALWAYS;
  const seen = new Set<string>();
  const asked = new Set<string>();
  let rank = 0;
  for (const [index, step] of service.steps.entries()) {
    if (seen.has(step.id))
      found('step.twice', [index, 'id'], `two steps are called "${step.id}"`, 'give each its own id');
    if (RESERVED.has(step.id))
      found('step.reserved', [index, 'id'], `"${step.id}" is kept for the machine`, 'rename it');
    seen.add(step.id);
    if (STEP_RANK[step.kind] < rank)
      found(
        'step.order',
        [index, 'kind'],
        `${step.kind} can't come here`,
        `order: ${Object.keys(STEP_RANK).join(', ')}`,
      );
    rank = Math.max(rank, STEP_RANK[step.kind]);
    if (step.when !== undefined && (index === 0 || always.includes(step.kind)))
      found('step.conditional', [index, 'when'], `the step "${step.id}" can't have a condition`, 'remove `when`');
    const rules = step.kind === 'check' ? step.rules.map((rule) => rule.id) : [];
    for (const [place, rule] of rules.entries())
      if (rules.indexOf(rule) !== place)
        found('rule.twice', [index, 'rules', place, 'id'], `two rules are called "${rule}"`, 'give each its own id');
    for (const [place, element] of (step.kind === 'ask' ? step.elements : []).entries()) {
      if (asked.has(element))
        found('element.twice', [index, 'elements', place], `"${element}" is asked twice`, 'ask each element once');
      asked.add(element);
    }
  }
  for (const [index, step] of service.steps.entries())
    if (looks && NEVER_LOOKING.includes(step.kind))
      found(
        'step.needless',
        [index, 'kind'],
        `nothing is submitted here: no ${step.kind}`,
        'submit something, or remove the step',
      );
  for (const kind of always) {
    const count = service.steps.filter((step) => step.kind === kind).length;
    if (count !== 1) found('step.count', [], `${count} steps of kind ${kind}`, `have exactly one ${kind}`);
  }
  return problems;
}
