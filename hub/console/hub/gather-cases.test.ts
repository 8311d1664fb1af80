/** The list stays whole although new cases come in on top of it. */
import { expect, test } from 'vitest';
import { CaseList, type CaseRow } from '#contract/hub-api.ts';
import { makeCaseNumber } from '#contract/case-number.ts';
import { Day, StationId } from '#contract/ids.ts';
import { gatherCases, NOTHING } from './gather-cases.ts';

const numberOf = (sequence: number): string =>
  makeCaseNumber(StationId.parse('micro-centre-1'), Day.parse('2026-11-20'), sequence);

function page(sequences: readonly number[], next: string | null): CaseList {
  const row = (sequence: number): unknown => ({
    caseNumber: numberOf(sequence),
    service: 'senior-card',
    title: { 'zh-CN': '老年人优待证申领', en: 'Senior citizen card' },
    station: 'micro-centre-1',
    stationName: null,
    state: 'received',
    changedAt: sequence,
    reason: null,
    applicant: '林*英',
    submittedAt: sequence,
    receivedAt: sequence,
    dueDay: '2026-11-27',
  });
  return CaseList.parse({ cases: sequences.map(row), next });
}

const shown = (rows: readonly CaseRow[] | null): unknown => rows?.map((row) => row.receivedAt);

test('what is there when the desk opens is not new', () => {
  expect(gatherCases(NOTHING, page([2, 1], null), 'newest').fresh.size).toBe(0);
});

test('a case that comes later stands on top, marked new, and pushes nothing out', () => {
  const before = gatherCases(NOTHING, page([3, 2], 'after-2'), 'newest');
  const after = gatherCases(before, page([4, 3], 'after-3'), 'newest');
  expect(shown(after.rows)).toEqual([4, 3, 2]);
  expect([...after.fresh]).toEqual([numberOf(4)]);
  expect(after.next).toBe('after-2');
});

test('older cases go below', () => {
  const before = gatherCases(NOTHING, page([4, 3], 'after-3'), 'newest');
  const after = gatherCases(before, page([2, 1], null), 'older');
  expect(shown(after.rows)).toEqual([4, 3, 2, 1]);
  expect(after.next).toBeNull();
});

test('after a long sleep the list starts over instead of hiding a hole', () => {
  const before = gatherCases(NOTHING, page([2, 1], null), 'newest');
  const after = gatherCases(before, page([9, 8], 'after-8'), 'newest');
  expect(shown(after.rows)).toEqual([9, 8]);
  expect(after.next).toBe('after-8');
});

test('a case that leaves the state of the list leaves the list', () => {
  const before = gatherCases(NOTHING, page([5, 4, 3], 'after-3'), 'newest');
  const withOlder = gatherCases(before, page([2, 1], null), 'older');
  const after = gatherCases(withOlder, page([5, 3, 2], 'after-2'), 'newest');
  expect(shown(after.rows)).toEqual([5, 3, 2, 1]);
  expect(shown(gatherCases(after, page([], null), 'newest').rows)).toEqual([]);
});

test('a case that the desk moved into this list is not new', () => {
  const before = gatherCases(NOTHING, page([2], null), 'newest');
  const moved = page([2, 1], null);
  const accepted = { ...moved, cases: moved.cases.map((row) => ({ ...row, state: 'accepted' as const })) };
  expect(gatherCases(before, accepted, 'newest').fresh.size).toBe(0);
});
