/** What the hub learns of a printed proof: its code before it is printed, and how printing ended. */
import type { PrintOutcome } from '#contract/devices/printer.ts';
import type { ServiceId, StepId } from '#contract/ids.ts';
import type { RecordBody } from '#contract/record.ts';
import type { StepOf } from '../language/step.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanEvent } from './plan-events.ts';
import type { PlanParts } from './plan-setup.ts';

type Issued = Extract<PlanEvent, { type: 'proof.issued' }>;

export function issuedRecord(
  { plan, runsAt: { station } }: PlanParts,
  { title }: StepOf<'print'>,
  service: ServiceId,
  { code, day, place, facts, shown, madeAt }: Issued,
): RecordBody {
  const serviceTitle = plan.services.find(({ id }) => id === service)?.title;
  const where = { station, stationName: place };
  const said = { facts, shown };
  return { kind: 'document.issued', code, service, serviceTitle, title, ...where, day, issuedAt: madeAt, ...said };
}

/** `known`: what is known whatever the event says. Empty where no code was issued. */
export function printedRecord(
  { proofs }: PlanContext,
  step: StepId,
  known: PrintOutcome | null,
  event: PlanEvent,
): readonly RecordBody[] {
  const proof = proofs[step];
  const outcome = known ?? (event.type === 'proof.ended' ? event.outcome : 'unconfirmed');
  if (proof === undefined || proof.code === null) return [];
  return [{ kind: 'document.printed', code: proof.code, outcome, at: event.at }];
}
