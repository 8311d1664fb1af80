/** Counts what whoever runs the hub wants to know first; anybody else hears only that it lives. */
import { sql } from 'kysely';
import type { HubHealth, HubLife } from '#contract/hub-api.ts';
import type { Database } from '../database/connect.ts';

/** Rejects when the database does not answer. */
export async function readHealth(database: Database): Promise<HubHealth> {
  const counts = await database
    .selectNoFrom((from) => [
      from.selectFrom('kiosk').select(from.fn.countAll<number>().as('n')).as('kiosks'),
      from.selectFrom('case_file').select(from.fn.countAll<number>().as('n')).as('cases'),
      from.selectFrom('quarantine').select(from.fn.countAll<number>().as('n')).as('quarantined'),
      from.selectFrom('alarm').select(from.fn.countAll<number>().as('n')).as('alarms'),
    ])
    .executeTakeFirstOrThrow();
  const { kiosks, cases, quarantined, alarms } = counts;
  return {
    database: 'ok',
    kiosks: kiosks ?? 0,
    cases: cases ?? 0,
    quarantined: quarantined ?? 0,
    alarms: alarms ?? 0,
  };
}

/** Rejects when the database does not answer. */
export async function readLife(database: Database): Promise<HubLife> {
  await sql`select 1`.execute(database);
  return { database: 'ok' };
}
