/** One citizen's cases from every kiosk, as far as the citizen may know of them. */
import { CaseProgress } from '#contract/hub-desk.ts';
import type { Selectable } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { CaseFileTable } from '../database/tables.ts';
import { papersOf, partsOf } from './case-parts.ts';

/** As many as one reply may hold. */
const NEWEST = 50;

const COLUMNS = [
  ...(['kiosk_id', 'record_id', 'case_number', 'service', 'title', 'state'] as const),
  ...(['submitted_at', 'changed_at', 'due_day', 'reason'] as const),
] as const;
type Row = Pick<Selectable<CaseFileTable>, (typeof COLUMNS)[number]>;

/** The newest first. `person` is the citizen's mark, see `sealing/person-key.ts`. */
export async function progressOf(database: Database, person: string): Promise<CaseProgress[]> {
  const rows = await database
    .selectFrom('case_file')
    .select(COLUMNS)
    .where('person', '=', person)
    .orderBy('received_at', 'desc')
    .orderBy('submitted_at', 'desc')
    .limit(NEWEST)
    .execute();
  return await Promise.all(rows.map(async (row) => withParts(database, row)));
}

/** Parts and papers are few, and hardly any case has them; a closed case waits for no paper. */
async function withParts(database: Database, row: Row): Promise<CaseProgress> {
  const [parts, owed] = await Promise.all([partsOf(database, row), papersOf(database, row)]);
  const open = row.state === 'received' || row.state === 'accepted';
  return CaseProgress.parse({
    caseNumber: row.case_number,
    service: row.service,
    title: row.title,
    state: row.state,
    submittedAt: row.submitted_at,
    changedAt: row.changed_at,
    dueDay: row.due_day,
    reason: row.reason,
    parts: parts.map(({ title, office, state, dueDay, reason }) => ({ title, office, state, dueDay, reason })),
    owed: owed
      .filter(({ brought }) => open && !brought)
      .map(({ material, label, dueDay }) => ({ material, label, dueDay })),
  });
}
