/** What a hub kept before it was brought up to date is there as it was told: parts and owed papers of cases, proofs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MaterialId } from '#contract/ids.ts';
import { caseNumber, submittedCase } from '#fixtures/hub/invented-case.ts';
import { issuedPaper } from '#fixtures/hub/invented-paper.ts';
import { LEASE, SITE_PLAN, TWO_OWED, WATER_AND_GAS } from '#fixtures/hub/invented-parts.ts';
import { sealedOutbox } from '#fixtures/hub/sealed-outbox.ts';
import { openTestHub, type TestHub } from '#fixtures/hub/test-hub.ts';

/** As long as any paper may take. */
const MUCH_LATER = {
  material: MaterialId.parse('photo'),
  label: { 'zh-CN': '照片', en: 'a photo' },
  pages: 0,
  deferredWorkdays: 900,
};

let hall: TestHub;
beforeAll(async () => {
  hall = await openTestHub();
});
afterAll(() => hall.close());

test('each part stands where its case stands, each paper is owed until its day', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const whole = submittedCase(1, { subCases: WATER_AND_GAS, materials: [...TWO_OWED, MUCH_LATER] });
  await hall.send(outbox, await outbox.add(whole), await outbox.add(submittedCase(2)));
  await sql
    .raw(
      `
    drop table case_part; drop table owed_paper;
    update case_file set state = 'returned', reason = '缺少照片' where case_number = '${caseNumber(1)}';
    alter table case_event drop column part, drop column material, drop column until_day,
      drop constraint case_event_action, drop constraint case_event_reason,
      add constraint case_event_action_check check (action <> ''), add constraint case_event_check check (who <> '')
  `,
    )
    .execute(hall.database);
  const file = join(import.meta.dirname, 'migrations', '0011-parts-and-papers.sql');
  await sql.raw(await readFile(file, 'utf8')).execute(hall.database);
  const { parts, owed } = await hall.case(caseNumber(1));
  expect(parts).toMatchObject([
    { part: 'water', state: 'refused', reason: '缺少照片', dueDay: '2026-11-27' },
    { part: 'gas', state: 'refused', reason: '缺少照片' },
  ]);
  expect(owed).toMatchObject([
    { material: LEASE, dueDay: '2026-12-04', brought: false },
    { material: SITE_PLAN, dueDay: '2026-11-27', brought: false },
    // 900 workdays are 180 weeks.
    { material: MUCH_LATER.material, dueDay: '2030-05-03', brought: false },
  ]);
  expect(await hall.case(caseNumber(2))).toMatchObject({ parts: [], owed: [] });
});

test('a proof that was kept in columns is shown as before', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const { shown, ...plain } = issuedPaper(2);
  expect(shown).toBeDefined();
  const papers = [issuedPaper(1), plain, issuedPaper(3)];
  for (const paper of papers) await hall.send(outbox, await outbox.add(paper));
  await sql
    .raw(
      `
    alter table issued_paper add column service text, add column service_title json, add column title json,
      add column station text, add column station_name json, add column day text,
      add column issued_at double precision, add column facts text, add column shown json;
    update issued_paper set service = record->>'service', service_title = record->'serviceTitle',
      title = record->'title', station = record->>'station', station_name = record->'stationName', day = record->>'day',
      issued_at = (record->>'issuedAt')::double precision, facts = record->>'facts', shown = record->'shown';
    alter table issued_paper drop column record
  `,
    )
    .execute(hall.database);
  const file = join(import.meta.dirname, 'migrations', '0015-papers-as-they-came.sql');
  await sql.raw(await readFile(file, 'utf8')).execute(hall.database);
  const rows = await hall.database.selectFrom('issued_paper').select('record').orderBy('received_at').execute();
  expect(rows.map(({ record }) => record)).toEqual(expect.arrayContaining(papers));
});

test('a case that an older hub filed tells the place by name, where its record does', async () => {
  const outbox = sealedOutbox(hall.hub.sealingKey);
  const { stationName } = submittedCase(3);
  expect(stationName).toBeDefined();
  await hall.send(
    outbox,
    await outbox.add(submittedCase(3)),
    await outbox.add(submittedCase(4, { stationName: undefined })),
  );
  await sql`update case_file set station_name = null`.execute(hall.database);
  const file = join(import.meta.dirname, 'migrations', '0016-names-in-older-cases.sql');
  await sql.raw(await readFile(file, 'utf8')).execute(hall.database);
  expect((await hall.case(caseNumber(3))).row.stationName).toEqual(stationName);
  expect((await hall.case(caseNumber(4))).row.stationName).toBeNull();
});
