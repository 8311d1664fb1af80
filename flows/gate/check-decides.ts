/** Conditions that decide nothing: a step that everybody takes, a requirement that everybody meets, a fee that everybody pays. */
import type { ElementId } from '#contract/ids.ts';
import type { PlanContext } from '../compile/plan-context.ts';
import { type PlanRules, planRules } from '../compile/plan-rules.ts';
import { stopsOf } from '../compile/stops.ts';
import { tell } from '../findings/findings.table.ts';
import type { Element } from '../language/element.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import type { Problem } from '../release/finding.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { Visited } from './walk-plan.ts';
import type { ServiceWalk } from './walk-service.ts';
import { placesOf } from './what-matters.ts';

/** Of these the walk tries every answer that a rule can tell apart; of a day or a number of a card it tries one. */
const TRIED: ReadonlySet<Element['type']> = new Set<Element['type']>(['yesNo', 'choice', 'number', 'money', 'promise']);

/** `walks`: whole ones, in which nobody only practises: two invented people tell nothing of all. */
export function checkDecides(content: Content, service: Service, walks: readonly ServiceWalk[]): readonly Problem[] {
  const asked = rulesFor(content);
  const isTried = (rule: ExpressionText): boolean =>
    asked.needs(rule).every((name) => {
      const element = content.elements[name as ElementId];
      return element === undefined || TRIED.has(element.type);
    });
  const file = `services/${service.id}`;
  const passed = new Set(walks.flatMap(passedOver));
  const contexts = walks.flatMap(({ visited }) => [...visited.values()].map(({ snapshot }) => snapshot.context));
  const refused = new Set(contexts.flatMap(unmetIn));
  const steps = service.steps.flatMap((step, index): readonly Problem[] => {
    const { id, when } = step;
    const at = (...rest: readonly PropertyKey[]) => ({ file, path: ['steps', index, ...rest] });
    const taken =
      when === undefined || passed.has(id) || !isTried(when)
        ? []
        : [{ ...tell('ways.alwaysTaken', { step: id, condition: when }), ...at('when') }];
    if (step.kind !== 'check') return taken;
    const met = step.rules.flatMap(({ id: rule, require }, place): readonly Problem[] =>
      refused.has(`${id}/${rule}`) || !isTried(require)
        ? []
        : [{ ...tell('ways.alwaysMet', { rule, condition: require }), ...at('rules', place, 'require') }],
    );
    return [...taken, ...met];
  });
  return [...steps, ...paidByAll(service, walks, planRules(content), isTried)];
}

/** The steps between a stop and the next that a citizen came to. */
function passedOver({ plan, visited }: ServiceWalk): readonly string[] {
  const stops = stopsOf(plan);
  const placeOf = placesOf(stops);
  const steps = stops.map(({ step }) => step.id);
  return [...visited.values()].flatMap(({ snapshot, next }) => {
    const from = placeOf(snapshot.value);
    // Whoever changes one answer goes from it to the review at once.
    if (from === null || snapshot.context.editing) return [];
    return next.flatMap((key) => {
      const to = visited.get(key)?.snapshot.value;
      const until = to === 'done' ? stops.length : to === undefined ? null : placeOf(to);
      return until === null ? [] : steps.slice(from + 1, until);
    });
  });
}

/** `step/rule` of every requirement that isn't met. */
function unmetIn({ decisions }: PlanContext): readonly string[] {
  return decisions.flatMap(({ step, findings }) =>
    findings.flatMap(({ met, rule }) => (met ? [] : [`${step}/${rule}`])),
  );
}

/** Asked where everything has been answered. */
function paidByAll(
  { id, fees }: Service,
  walks: readonly ServiceWalk[],
  rules: PlanRules,
  isTried: (rule: ExpressionText) => boolean,
): readonly Problem[] {
  const submitting = walks.flatMap(({ visited }) =>
    [...visited.values()].flatMap(({ snapshot }) => (isSubmitting(snapshot) ? [snapshot.context] : [])),
  );
  return fees.flatMap(({ when }, index): readonly Problem[] => {
    if (when === undefined || !isTried(when) || submitting.some((context) => isFalse(rules.holds(when, context))))
      return [];
    const path = ['fees', index, 'when'];
    return [{ ...tell('ways.alwaysPaid', { condition: when }), file: `services/${id}`, path }];
  });
}

function isSubmitting(snapshot: Visited['snapshot']): boolean {
  return Object.values(snapshot.getMeta()).some((meta) => meta?.page.kind === 'submit');
}

function isFalse(answer: ReturnType<PlanRules['holds']>): boolean {
  return answer.ok && !answer.value;
}
