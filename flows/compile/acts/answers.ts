/** Questions and their answers: judged, kept, refused; and whether everything that applies has been answered. */
import type { ElementId } from '#contract/ids.ts';
import { isGoodAnswer } from '../answers.ts';
import { givenValue } from '../given-value.ts';
import { isAnyOpen, isOpen } from '../open-stops.ts';
import type { PlanParts } from '../plan-setup.ts';
import type { Stop } from '../stops.ts';
import { servicesNow, takersNow } from '../takers.ts';
import { keep, keepAskingAnew, type Seen } from './act.ts';

export interface Question {
  readonly element: ElementId;
}

export function answerGuards(parts: PlanParts) {
  const { plan, stops, elements, rules } = parts;
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
    isFor: ({ event }: Seen, { element }: Question) => event.type === 'answer' && event.element === element,
    /** An answer that stands on the review: what isn't asked of this citizen can't be answered either. */
    mayChange: ({ context, event }: Seen, { stop }: { readonly stop: Stop }) => {
      if (event.type !== 'edit' || event.element !== stop.element) return false;
      const takers = takersNow(stop, rules, context);
      return takers.ok && takers.value.length > 0;
    },
    /** A refused value stands on the page: an older good answer behind it must not be taken for it. */
    isRefused: ({ context }: Seen, { element }: Question) => context.refused?.element === element,
    /** Asked only behind the review: something that this citizen would have come to is missing. */
    isOpen: ({ context }: Seen, { stop }: { readonly stop: Stop }) => {
      const open = isOpen(parts, stop, context);
      return open.ok && open.value;
    },
    /** All that comes before the review: what is signed after it comes later. */
    isComplete: ({ context }: Seen) => {
      const open = isAnyOpen(parts, beforeReview, context);
      return context.card !== null && servicesNow(plan, context).length > 0 && open.ok && !open.value;
    },
    cannotComplete: ({ context }: Seen) => !isAnyOpen(parts, beforeReview, context).ok,
  };
}

export function answerActions(parts: PlanParts) {
  return {
    keepAnswer: keepAskingAnew(parts)(({ context, event }) => {
      if (event.type !== 'answer') return {};
      const element = parts.elements[event.element];
      const value = element === undefined ? event.value : givenValue(element, event.value);
      return { answers: { ...context.answers, [event.element]: value }, refused: null };
    }),
    refuse: keep<Question>(({ event }, { element }) => ({
      refused: { element, value: event.type === 'answer' ? event.value : null },
    })),
    clearRefused: keep(() => ({ refused: null })),
  };
}
