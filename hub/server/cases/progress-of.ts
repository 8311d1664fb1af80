/** One citizen's cases from every kiosk, as far as the citizen may know of them. */
import { CaseProgress } from '#contract/hub-desk.ts';
import type { Database } from '../database/connect.ts';

/** As many as one reply may hold. */
const NEWEST = 50;

/** The newest first. `person` is the citizen's mark, see `sealing/person-key.ts`. */
export async function progressOf(database: Database, person: string): Promise<CaseProgress[]> {
  const rows = await database
    .selectFrom('case_file')
    .select(['case_number', 'service', 'title', 'state', 'submitted_at', 'changed_at', 'due_day', 'reason'])
    .where('person', '=', person)
    .orderBy('received_at', 'desc')
    .orderBy('submitted_at', 'desc')
    .limit(NEWEST)
    .execute();
  return rows.map((row) =>
    CaseProgress.parse({
      caseNumber: row.case_number,
      service: row.service,
      title: row.title,
      state: row.state,
      submittedAt: row.submitted_at,
      changedAt: row.changed_at,
      dueDay: row.due_day,
      reason: row.reason,
    }),
  );
}
