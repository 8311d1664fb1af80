/** Answers that are known before they are asked for: from the card or from a lookup, as the element says; the citizen may change them. */
import type { ElementId } from '#contract/ids.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import type { Element, ValueSource } from '../language/element.ts';
import { isGoodAnswer } from './answers.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanParts } from './plan-setup.ts';

type Prefilled = PlanContext['prefilled'][ElementId];

/** Only what the citizen has not touched is filled in, and only with what would be a good answer. */
export function prefilled(parts: PlanParts, context: PlanContext): Pick<PlanContext, 'answers' | 'prefilled'> {
  const answers = { ...context.answers };
  const known = { ...context.prefilled };
  for (const id of new Set(parts.plan.steps.flatMap((step) => step.elements))) {
    const element = parts.elements[id];
    const found = element === undefined ? null : bestOf(element, context);
    const untouched = answers[id] === undefined || answers[id] === known[id]?.value;
    if (found === null && known[id] !== undefined) {
      // What came before was of something else: it is nobody's answer now.
      if (untouched) delete answers[id];
      delete known[id];
    }
    if (element === undefined || found === null) continue;
    const good = isGoodAnswer(element, found.value, parts.rules, { ...context, prefilled: { ...known, [id]: found } });
    if (!untouched || !good.ok || !good.value) continue;
    answers[id] = found.value;
    known[id] = found;
  }
  return { answers, prefilled: known };
}

/** The first source of the element that has something; none of them may come after what the citizen types. */
function bestOf(element: Element, context: PlanContext): Prefilled | null {
  for (const source of element.sources) {
    const value = valueOf(source, context);
    if (value !== null) return { from: typeof source === 'object' && 'card' in source ? 'card' : 'lookup', value };
  }
  return null;
}

function valueOf(source: ValueSource, { card, data }: PlanContext): AnswerValue | null {
  if (typeof source === 'string') return null;
  if ('card' in source) return card?.[source.card] ?? null;
  const value = data[source.lookup]?.found?.fields[source.field];
  return value === undefined || value === '' ? null : value;
}
