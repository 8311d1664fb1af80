/** The card on the reader: whose it is, whether it has expired, and what another person's card makes void. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { FaultCode } from '#contract/faults.table.ts';
import type { EdgesOf, PlanParts } from '../plan-setup.ts';
import { prefilled } from '../prefilled.ts';
import { freshContext, type PlanContext } from '../plan-context.ts';
import { keep, type Seen } from './act.ts';

export type Holder = 'applicant' | 'partner' | 'agent';

/** Where each person's card is kept. */
const FIELD = { applicant: 'card', partner: 'partner', agent: 'agent' } as const satisfies Record<
  Holder,
  keyof PlanContext
>;

export function cardOf(context: PlanContext, who: Holder): IdentityCard | null {
  return context[FIELD[who]];
}

export const cardGuards = {
  hasExpired: ({ context, event }: Seen) =>
    event.type === 'card.read' && event.card.validTo !== null && event.card.validTo < context.today,
  /** The second of two persons put the card of the first on the reader. */
  isSamePerson: ({ context, event }: Seen, { who }: { who: Holder }) =>
    event.type === 'card.read' &&
    (Object.keys(FIELD) as Holder[]).some(
      (other) => other !== who && cardOf(context, other)?.idNumber === event.card.idNumber,
    ),
  mayRetry: ({ context }: Seen, { edges }: { edges: EdgesOf }) =>
    context.fault !== null && edges[context.fault] === 'retry',
  /** The step is left without what it was for; the screen says what to do instead. */
  goesOn: ({ context }: Seen, { edges }: { edges: EdgesOf }) =>
    context.fault !== null && edges[context.fault] === 'go-on',
};

export function cardActions(parts: PlanParts) {
  return {
    /** Another person's card makes every answer and decision void. */
    keepCard: keep<{ who: Holder }>(({ context, event }, { who }) => {
      if (event.type !== 'card.read') return {};
      const before = cardOf(context, who);
      const same = who !== 'applicant' || before === null || before.idNumber === event.card.idNumber;
      const voided = same ? {} : { ...freshContext(context.today), removed: context.removed };
      const kept = { ...voided, [FIELD[who]]: event.card, fault: null, expiredOn: null };
      return { ...kept, ...prefilled(parts, { ...context, ...kept }) };
    }),
    keepExpiry: keep(({ event }) =>
      event.type === 'card.read' ? { fault: 'card.expired' as FaultCode, expiredOn: event.card.validTo } : {},
    ),
    keepSamePerson: keep(() => ({ fault: 'card.samePerson' as FaultCode, expiredOn: null })),
  };
}
