/** Which papers the desk waits for (容缺), the earliest day first, so that none is forgotten. */
import { OwedList } from '#contract/hub-parts.ts';
import type { Database } from '../database/connect.ts';

/** As many as anybody looks through. */
const FIRST = 500;

/** Of cases that are still open: what is decided or returned waits for nothing. */
export async function listOwed(database: Database): Promise<OwedList> {
  const rows = await database
    .selectFrom('owed_paper as paper')
    .innerJoin('case_file as file', (join) =>
      join.onRef('file.kiosk_id', '=', 'paper.kiosk_id').onRef('file.record_id', '=', 'paper.record_id'),
    )
    .select(['paper.material', 'paper.label', 'paper.due_day', 'file.case_number', 'file.title', 'file.applicant'])
    .where('paper.brought', '=', false)
    .where('file.state', 'in', ['received', 'accepted'])
    .orderBy('paper.due_day')
    .orderBy('file.received_at')
    .orderBy('paper.position')
    .limit(FIRST)
    .execute();
  return OwedList.parse({
    papers: rows.map(({ material, label, due_day, case_number, title, applicant }) => ({
      ...{ caseNumber: case_number, title, applicant },
      ...{ material, label, dueDay: due_day },
    })),
  });
}
