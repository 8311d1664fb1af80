/** The step `rate`: offered by itself, one page per service, always skippable. */
import type { ServiceId } from '#contract/ids.ts';
import type { PlanParts, PlanState } from '../plan-setup.ts';
import type { PlanStep } from '../plan.ts';
import { ratingRecord } from '../records.ts';
import { stopIndex } from '../stops.ts';
import { waysForward } from '../ways.ts';

function pageState(parts: PlanParts, step: PlanStep, service: ServiceId): PlanState {
  const forward = waysForward(parts, stopIndex(parts.stops, step, service));
  return {
    initial: 'asking',
    states: {
      asking: {
        meta: { page: { kind: 'rate', step: step.id, service } },
        on: {
          next: forward,
          rate: {
            guard: { type: 'isRatingOf', params: { service } },
            target: `#plan.${step.id}.${service}.given`,
            actions: {
              type: 'record',
              params: ({ context, event }) => {
                const body = ratingRecord(context, event.service, event.level, event);
                return { bodies: body === null ? [] : [body] };
              },
            },
          },
        },
      },
      given: { always: forward },
    },
  };
}

export function rateState(parts: PlanParts, step: PlanStep): PlanState {
  const services = step.takers.map((taker) => taker.service);
  const [first] = services;
  if (first === undefined) throw new RangeError(`step ${step.id} is for no service`);
  return {
    initial: first,
    states: Object.fromEntries(services.map((service) => [service, pageState(parts, step, service)])),
  };
}
