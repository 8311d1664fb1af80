/** Questions and their answers: judged, kept, refused; and whether everything that applies has been answered. */
import type { ElementId } from '#contract/ids.ts';
import { isGoodAnswer } from '../answers.ts';
import { askedNow } from '../asked.ts';
import { givenValue } from '../given-value.ts';
import type { PlanParts } from '../plan-setup.ts';
import { servicesNow } from '../takers.ts';
import { keep, type Seen } from './act.ts';

export interface Question {
  readonly element: ElementId;
}

export function answerGuards({ plan, stops, elements, rules }: PlanParts) {
  /** The value just given for this element, or else the one given before; null when there is neither. */
  const judged = ({ context, event }: Seen, id: ElementId) => {
    const element = elements[id];
    if (element === undefined || (event.type === 'answer' && event.element !== id)) return null;
    const value = event.type === 'answer' ? givenValue(element, event.value) : context.answers[id];
    return value === undefined ? null : isGoodAnswer(element, value, rules, context);
  };
  const beforeReview = stops.slice(
    0,
    Math.max(
      0,
      stops.findIndex(({ kind }) => kind === 'review'),
    ),
  );
  return {
    /** The value of this page's question, just given or given before, is good. */
    isGood: (seen: Seen, { element }: Question) => {
      const good = judged(seen, element);
      return good !== null && good.ok && good.value;
    },
    cannotJudge: (seen: Seen, { element }: Question) => judged(seen, element)?.ok === false,
    isFor: ({ event }: Seen, { element }: Question) =>
      (event.type === 'answer' || event.type === 'edit') && event.element === element,
    /** A refused value stands on the page: an older good answer behind it must not be taken for it. */
    isRefused: ({ context }: Seen, { element }: Question) => context.refused?.element === element,
    /** Changing one answer, and the question of this stop still has none. */
    lacks: ({ context }: Seen, { element }: Question) => {
      if (!context.editing) return false;
      const asked = askedNow(beforeReview, elements, rules, context);
      return asked.ok && asked.value.some((row) => row.element === element && !row.answered);
    },
    /** All that is asked before the review: what is signed after it comes later. */
    isComplete: ({ context }: Seen) => {
      const asked = askedNow(beforeReview, elements, rules, context);
      const goesOn = context.card !== null && servicesNow(plan, context).length > 0;
      return goesOn && asked.ok && asked.value.every((row) => row.answered);
    },
    cannotComplete: ({ context }: Seen) => !askedNow(beforeReview, elements, rules, context).ok,
  };
}

export function answerActions({ elements }: PlanParts) {
  return {
    keepAnswer: keep(({ context, event }) => {
      if (event.type !== 'answer') return {};
      const element = elements[event.element];
      const value = element === undefined ? event.value : givenValue(element, event.value);
      return { answers: { ...context.answers, [event.element]: value }, refused: null };
    }),
    refuse: keep<Question>(({ event }, { element }) => ({
      refused: { element, value: event.type === 'answer' ? event.value : null },
    })),
    clearRefused: keep(() => ({ refused: null })),
  };
}
