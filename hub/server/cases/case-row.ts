/** One case as the list shows it. */
import type { Selectable } from 'kysely';
import { CaseRow } from '#contract/hub-api.ts';
import type { CaseFileTable } from '../database/tables.ts';

export const CASE_COLUMNS = [
  'case_number',
  'service',
  'title',
  'station',
  'station_name',
  'state',
  'changed_at',
  'reason',
  'applicant',
  'submitted_at',
  'received_at',
  'due_day',
] as const satisfies readonly (keyof CaseFileTable)[];

export function caseRow(row: Pick<Selectable<CaseFileTable>, (typeof CASE_COLUMNS)[number]>): CaseRow {
  return CaseRow.parse({
    caseNumber: row.case_number,
    service: row.service,
    title: row.title,
    station: row.station,
    stationName: row.station_name,
    state: row.state,
    changedAt: row.changed_at,
    reason: row.reason,
    applicant: row.applicant,
    submittedAt: row.submitted_at,
    receivedAt: row.received_at,
    dueDay: row.due_day,
  });
}
