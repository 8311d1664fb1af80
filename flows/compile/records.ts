/** The records a plan leaves behind: made here as plain bodies, kept by the runner with the step that caused them. */
import type { CaseNumber } from '#contract/case-number.ts';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { PrintOutcome } from '#contract/devices/printer.ts';
import type { ElementId, ServiceId, StationId } from '#contract/ids.ts';
import { isSignature } from '#contract/signature.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import type { Answer, CaseMaterial, RecordBody } from '#contract/record.ts';
import type { Elements } from '../language/element.ts';
import type { Materials } from '../language/material.ts';
import { answerInWords } from './answer-in-words.ts';
import type { Asked } from './asked.ts';
import type { Paper } from './papers.ts';
import type { PlanContext } from './plan-context.ts';
import type { Stamp } from './plan-events.ts';
import type { Plan } from './plan.ts';
import { servicesNow } from './takers.ts';

/** Where and under which release a plan runs. */
export interface RunsAt {
  readonly station: StationId;
  readonly release: number;
}

interface Citizen {
  readonly card: IdentityCard;
  readonly context: PlanContext;
  readonly asked: readonly Asked[];
  readonly papers: readonly Paper[];
}

/** What was read of a paper and then changed was typed. */
function sourceOf({ read }: PlanContext, element: ElementId, value: AnswerValue): Answer['source'] {
  if (isSignature(value)) return 'drawn';
  return read[element]?.value === value ? 'scan' : 'typed';
}

/** One case per service that goes on, each with the answers it asked for. */
export function caseRecords(
  plan: Plan,
  runsAt: RunsAt,
  { elements, materials }: { readonly elements: Elements; readonly materials: Materials },
  citizen: Citizen,
  numbers: readonly CaseNumber[],
  stamp: Stamp,
): readonly RecordBody[] {
  const answersTo = (service: ServiceId): Answer[] =>
    citizen.asked.flatMap(({ element: id, services }): Answer[] => {
      const element = elements[id];
      const value = citizen.context.answers[id];
      if (element === undefined || value === undefined || !services.includes(service)) return [];
      return [
        {
          element: id,
          label: element.label,
          value,
          shown: answerInWords(element, value),
          source: sourceOf(citizen.context, id, value),
        },
      ];
    });
  const papersOf = (service: ServiceId): CaseMaterial[] =>
    citizen.papers.flatMap(({ material: id, services, pages, deferred }): CaseMaterial[] => {
      const material = materials[id];
      if (material === undefined || !services.includes(service)) return [];
      const deferredWorkdays = deferred ? material.deferrableWorkdays : null;
      return [{ material: id, label: material.label, pages: pages.length, deferredWorkdays }];
    });
  return servicesNow(plan, citizen.context).flatMap((service, index): RecordBody[] => {
    const caseNumber = numbers[index];
    if (caseNumber === undefined) throw new RangeError('fewer case numbers than services');
    return [
      {
        kind: 'case.submitted',
        caseNumber,
        service: service.id,
        title: service.title,
        station: runsAt.station,
        release: runsAt.release,
        planHash: plan.hash,
        day: citizen.context.today,
        submittedAt: stamp.at,
        language: stamp.language,
        applicant: citizen.card,
        answers: answersTo(service.id),
        materials: papersOf(service.id),
        promisedWorkdays: service.timeLimits.promised,
      },
    ];
  });
}

export function receiptRecord(context: PlanContext, outcome: PrintOutcome, stamp: Stamp): RecordBody {
  return {
    kind: 'receipt.reported',
    caseNumbers: context.cases.map((row) => row.caseNumber),
    outcome,
    at: stamp.at,
  };
}

/** Null when this session submitted no such case. */
export function ratingRecord(context: PlanContext, service: ServiceId, level: number, stamp: Stamp): RecordBody | null {
  const row = context.cases.find((candidate) => candidate.service === service);
  return row === undefined ? null : { kind: 'rating.given', caseNumber: row.caseNumber, service, level, at: stamp.at };
}
