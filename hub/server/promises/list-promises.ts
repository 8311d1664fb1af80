/** The list of broken promises as the desk sees it: those that stand and those that were lifted. */
import { BrokenPromise } from '#contract/promise-list.ts';
import type { Database } from '../database/connect.ts';

/** As many as anybody looks through; the newest come first. */
const NEWEST = 500;

export interface Which {
  readonly id?: string;
  readonly caseNumber?: string;
}

export async function listPromises(
  database: Pick<Database, 'selectFrom'>,
  { id, caseNumber }: Which = {},
): Promise<readonly BrokenPromise[]> {
  const rows = await database
    .selectFrom('broken_promise as entry')
    .leftJoin('promise_lifted as lift', 'lift.id', 'entry.id')
    .selectAll('entry')
    .select(['lift.who as lifted_by', 'lift.at as lifted_at', 'lift.reason as lifted_why'])
    .$if(id !== undefined, (query) => query.where('entry.id', '=', id ?? ''))
    .$if(caseNumber !== undefined, (query) => query.where('entry.case_number', '=', caseNumber ?? ''))
    .orderBy('entry.at', 'desc')
    .limit(NEWEST)
    .execute();
  return rows.map((row) =>
    BrokenPromise.parse({
      id: row.id,
      caseNumber: row.case_number,
      service: row.service,
      title: row.title,
      applicant: row.applicant,
      bars: row.bars,
      since: row.since_day,
      until: row.until_day,
      entered: { who: row.who, at: row.at, reason: row.reason },
      lifted: row.lifted_by === null ? null : { who: row.lifted_by, at: row.lifted_at, reason: row.lifted_why },
    }),
  );
}
