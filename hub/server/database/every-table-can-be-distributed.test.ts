/** The schema fits one PostgreSQL today and a cluster of them tomorrow: everything of one kiosk lies together. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';
import { migrate } from './migrate.ts';

/** Small tables that every node holds whole. */
const ON_EVERY_NODE = [
  'schema_migration',
  'sealing_key',
  'enrolment_code',
  'enrolment_try',
  'release_target',
  'release',
  'release_trust',
  'person_key',
  'broken_promise',
  'promise_lifted',
];

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

test('every unique index of every fact table starts with kiosk_id', async () => {
  const { rows } = await sql<{ table: string; first_column: string | null; is_primary: boolean | null }>`
    select t.relname as "table", a.attname as first_column, i.indisprimary as is_primary
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    left join pg_index i on i.indrelid = t.oid and i.indisunique
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where t.relkind in ('r', 'p') and t.relname <> all (${ON_EVERY_NODE})
  `.execute(hall.database);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter((row) => row.first_column !== 'kiosk_id')).toEqual([]);
  const withKey = rows.filter((row) => row.is_primary).map((row) => row.table);
  expect(withKey.toSorted()).toEqual([...new Set(rows.map((row) => row.table))].toSorted());
});

test('no foreign key and no trigger ties rows of different kiosks together', async () => {
  const { rows } = await sql`
    select conname as name from pg_constraint where contype = 'f'
    union all select tgname from pg_trigger where not tgisinternal
  `.execute(hall.database);
  expect(rows).toEqual([]);
});

test('migrating again, even by two hubs at once, changes nothing', async () => {
  const events: string[] = [];
  const log = (event: string): number => events.push(event);
  await Promise.all([migrate(hall.database, log), migrate(hall.database, log)]);
  expect(events).toEqual([]);
});

test('a database that a newer hub has changed is left alone', async () => {
  await sql`insert into schema_migration (name) values ('9999-from-the-future.sql')`.execute(hall.database);
  await expect(migrate(hall.database, () => {})).rejects.toThrow('newer than this hub');
});
