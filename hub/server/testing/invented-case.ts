/** Invented cases of an invented person, for the hub's tests. */
import { makeCaseNumber, type CaseNumber } from '#contract/case-number.ts';
import { Day, ElementId, ServiceId, StationId } from '#contract/ids.ts';
import type { CaseSubmitted, RatingGiven, ReceiptReported } from '#contract/record.ts';

export const STATION = StationId.parse('micro-centre-1');
export const DAY = Day.parse('2026-11-20');
const SERVICE = ServiceId.parse('senior-card');

/** 20:15 in the hall on `DAY`, a Friday. */
export const SUBMITTED_AT = Date.parse('2026-11-20T12:15:30Z');

export function caseNumber(sequence: number): CaseNumber {
  return makeCaseNumber(STATION, DAY, sequence);
}

export function submittedCase(sequence: number, changes: Partial<CaseSubmitted> = {}): CaseSubmitted {
  return {
    kind: 'case.submitted',
    caseNumber: caseNumber(sequence),
    service: SERVICE,
    title: { 'zh-CN': '老年人优待证申领', en: 'Senior citizen card' },
    station: STATION,
    release: 7,
    planHash: 'b7e2a90c41d85f36',
    day: DAY,
    submittedAt: SUBMITTED_AT + sequence * 60_000,
    language: 'zh-CN',
    applicant: {
      documentType: 'resident',
      name: '林秀英',
      sex: 'female',
      nation: '01',
      birthDate: Day.parse('1955-03-08'),
      address: '望舒区桂影街道月桥社区5号',
      idNumber: '990199195503080025',
      issuer: '望舒区公安分局',
      validFrom: Day.parse('2015-06-01'),
      validTo: null,
    },
    answers: [
      {
        element: ElementId.parse('mobilePhone'),
        label: { 'zh-CN': '手机号码', en: 'Mobile phone' },
        value: '10000000000',
        shown: { 'zh-CN': '100 0000 0000', en: '100 0000 0000' },
        source: 'typed',
      },
      {
        element: ElementId.parse('collection'),
        label: { 'zh-CN': '领取方式', en: 'How to collect' },
        value: 'window',
        shown: { 'zh-CN': '到月桥社区服务站领取', en: 'At the Yueqiao community service point' },
        source: 'typed',
      },
    ],
    promisedWorkdays: 5,
    ...changes,
  };
}

export function reportedReceipt(sequence: number, outcome: ReceiptReported['outcome']): ReceiptReported {
  return { kind: 'receipt.reported', caseNumbers: [caseNumber(sequence)], outcome, at: SUBMITTED_AT + 90_000 };
}

export function givenRating(sequence: number, level: number): RatingGiven {
  return {
    kind: 'rating.given',
    caseNumber: caseNumber(sequence),
    service: SERVICE,
    level,
    at: SUBMITTED_AT + 120_000,
  };
}
