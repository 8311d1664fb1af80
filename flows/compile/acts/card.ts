/** The card on the reader: whose it is, whether it has expired, and what another person's card makes void. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { FaultCode } from '#contract/faults.table.ts';
import { AGENT_QUESTIONS } from '../agent-steps.ts';
import type { EdgesOf, PlanParts } from '../plan-setup.ts';
import { prefilled } from '../prefilled.ts';
import { freshContext, type PlanContext } from '../plan-context.ts';
import { keep, keepAskingAnew, type Seen } from './act.ts';

export type Holder = 'applicant' | 'partner' | 'agent';

/** Where each person's card is kept. */
const FIELD = { applicant: 'card', partner: 'partner', agent: 'agent' } as const satisfies Record<
  Holder,
  keyof PlanContext
>;

export function cardOf(context: PlanContext, who: Holder): IdentityCard | null {
  return context[FIELD[who]];
}

/** Only a plan one practises in knows the second. */
function isCard(event: Seen['event']): event is Extract<Seen['event'], { type: 'card.read' | 'practise.card' }> {
  return event.type === 'card.read' || event.type === 'practise.card';
}

export const cardGuards = {
  hasExpired: ({ context, event }: Seen) =>
    event.type === 'card.read' && event.card.validTo !== null && event.card.validTo < context.today,
  /** The second of two persons put the card of the first on the reader. */
  isSamePerson: ({ context, event }: Seen, { who }: { who: Holder }) =>
    isCard(event) &&
    (Object.keys(FIELD) as Holder[]).some(
      (other) => other !== who && cardOf(context, other)?.idNumber === event.card.idNumber,
    ),
  mayRetry: ({ context }: Seen, { edges }: { edges: EdgesOf }) =>
    context.fault !== null && edges[context.fault] === 'retry',
  /** The step is left without what it was for; the screen says what to do instead. */
  goesOn: ({ context }: Seen, { edges }: { edges: EdgesOf }) =>
    context.fault !== null && edges[context.fault] === 'go-on',
};

/** Another applicant's card makes every answer and decision void, another agent's what the first one said of themselves. */
function voidedBy(who: Holder, context: PlanContext): Partial<PlanContext> {
  switch (who) {
    case 'applicant':
      return { ...freshContext(context.today), agent: context.agent, removed: context.removed };
    case 'agent': {
      const {
        [AGENT_QUESTIONS.relation]: _relation,
        [AGENT_QUESTIONS.consent]: _consent,
        ...answers
      } = context.answers;
      return { answers };
    }
    case 'partner':
      return {};
  }
}

export function cardActions(parts: PlanParts) {
  return {
    keepCard: keepAskingAnew(parts)<{ who: Holder }>(({ context, event }, { who }) => {
      if (!isCard(event)) return {};
      const before = cardOf(context, who);
      const voided = before === null || before.idNumber === event.card.idNumber ? {} : voidedBy(who, context);
      const kept = { ...voided, [FIELD[who]]: event.card, fault: null, expiredOn: null };
      return { ...kept, ...prefilled(parts, { ...context, ...kept }) };
    }),
    keepExpiry: keep(({ event }) =>
      event.type === 'card.read' ? { fault: 'card.expired' as FaultCode, expiredOn: event.card.validTo } : {},
    ),
    keepSamePerson: keep(() => ({ fault: 'card.samePerson' as FaultCode, expiredOn: null })),
  };
}
