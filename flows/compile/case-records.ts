/** One case for each service that goes on: who, the answers it asked for, its papers, promises and fees. */
import type { CaseNumber } from '#contract/case-number.ts';
import { hallTime } from '#contract/hall-time.ts';
import { Day, type ElementId, type ServiceId } from '#contract/ids.ts';
import type { Result } from '#contract/result.ts';
import type { Answer, CaseMaterial, CaseSubmitted, RecordBody } from '#contract/record.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { isHandwriting } from '#contract/signature.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../language/promise-answers.ts';
import { isForTwo } from '../language/service.ts';
import { workdaysAfter } from '../language/work-calendar.ts';
import type { WorkingDays } from '../language/working-days.ts';
import { AGENT_QUESTIONS } from './agent-steps.ts';
import { answerShown } from './answer-shown.ts';
import { answerTable, namesAPerson } from './answer-table.ts';
import { askedNow, type Asked } from './asked.ts';
import { dueDayOf, regionOf, workdaysOf } from './due-day.ts';
import { feesNow } from './fees.ts';
import { papersNow, type Paper } from './papers.ts';
import type { PlanContext } from './plan-context.ts';
import type { Stamp } from './plan-events.ts';
import type { PlanParts } from './plan-setup.ts';
import { servicesNow } from './takers.ts';

/**
 * `numbers`: one for each service that goes on. Throws without a card, with fewer numbers, or when a rule can't answer: the
 * review let nobody pass without a card and answers that can be told.
 */
export function caseRecords(
  parts: PlanParts,
  context: PlanContext,
  numbers: readonly CaseNumber[],
  stamp: Stamp,
): readonly RecordBody[] {
  const { plan, stops, elements, rules, runsAt } = parts;
  const asked = told(askedNow(stops, elements, rules, context));
  const papers = told(papersNow(stops, rules, context));
  const applicant = context.card;
  if (applicant === null) throw new RangeError('submitting without a card');
  return servicesNow(plan, context).map((service, index): RecordBody => {
    const caseNumber = numbers[index];
    if (caseNumber === undefined) throw new RangeError('fewer case numbers than services');
    const own = asked.filter(({ services }) => services.includes(service.id));
    const region = regionOf(parts, service, context);
    const workdays = workdaysOf(service, region);
    return {
      kind: 'case.submitted',
      caseNumber,
      service: service.id,
      title: service.title,
      station: runsAt.station,
      stationName: runsAt.stationName,
      release: runsAt.release,
      planHash: plan.hash,
      day: context.today,
      submittedAt: stamp.at,
      language: stamp.language,
      applicant,
      agent: context.agent,
      ...(isForTwo(service) && context.partner !== null ? { partner: context.partner } : {}),
      assisted: stamp.assisted ?? false,
      answers: own.flatMap((row) => answerOf(parts, context, row)),
      materials: papers.flatMap((paper) => paperOf(parts, service.id, paper, stamp.at)),
      promisedWorkdays: workdays,
      ...dueDay(stamp.at, workdays, parts.workingDays),
      promises: own.flatMap((row) => promiseOf(parts, context, row)),
      subCases: service.subCases.map(({ id, title, office, promisedWorkdays }) => ({
        id,
        title,
        office: parts.offices[office]?.name ?? title,
        promisedWorkdays,
        ...dueDay(stamp.at, promisedWorkdays, parts.workingDays),
      })),
      decidedIn: region === null ? null : { region: region.code, name: region.name, office: region.office },
      fees: told(feesNow([service], parts.fees, rules, context)).map(({ fee, label, quantity, totalFen, paid }) => ({
        fee,
        label,
        quantity,
        totalFen,
        paid,
      })),
    };
  });
}

function dueDay(at: number, workdays: number, calendar: WorkingDays): { readonly dueDay?: Day } {
  const day = dueDayOf(at, workdays, calendar);
  return day === null ? {} : { dueDay: day };
}

function told<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new RangeError('submitting what a rule cannot tell');
  return result.value;
}

function answerOf({ elements, sources }: PlanParts, context: PlanContext, { element: id }: Asked): Answer[] {
  const element = elements[id];
  const value = context.answers[id];
  if (element === undefined || value === undefined) return [];
  const { label } = element;
  return [
    {
      element: id,
      label,
      value,
      shown: answerShown(element, value, context, sources),
      ...(namesAPerson(element) ? { masked: true } : {}),
      ...(element.type === 'rows' && Array.isArray(value) ? { table: answerTable(element.columns, value) } : {}),
      source: sourceOf(context, id, value),
    },
  ];
}

/** What was read or looked up and then changed was typed. */
function sourceOf({ read, prefilled }: PlanContext, element: ElementId, value: AnswerValue): Answer['source'] {
  if (isHandwriting(value)) return 'drawn';
  if (read[element]?.value === value) return 'scan';
  const known = prefilled[element];
  return known !== undefined && known.value === value ? known.from : 'typed';
}

function paperOf({ materials, workingDays }: PlanParts, service: ServiceId, paper: Paper, at: number): CaseMaterial[] {
  const material = materials[paper.material];
  if (material === undefined || !paper.services.includes(service)) return [];
  const deferredWorkdays = paper.deferred ? material.deferrableWorkdays : null;
  const named = { material: paper.material, label: material.label, pages: paper.pages.length, deferredWorkdays };
  const day = Day.safeParse(hallTime(at).slice(0, 10));
  if (deferredWorkdays === null || !day.success) return [named];
  return [{ ...named, deferredUntil: Day.parse(workdaysAfter(day.data, deferredWorkdays, workingDays)) }];
}

function promiseOf({ elements }: PlanParts, context: PlanContext, { element: id }: Asked): CaseSubmitted['promises'] {
  const element = elements[id];
  if (element?.type !== 'promise' || id === AGENT_QUESTIONS.consent) return [];
  const value = context.answers[id];
  const state = value === PROMISE_DECLINED || value === PROMISE_BARRED ? value : ('signed' as const);
  return [{ element: id, label: element.label, state, standing: context.standings[id] ?? 'unknown' }];
}
