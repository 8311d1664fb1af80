/** Marks whose case it is: a keyed hash of the document number, so that no number lies in clear in a column or an index. */
import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '#contract/clock.ts';
import { reading } from '#contract/message.ts';
import { CaseSubmitted } from '#contract/record.ts';
import type { Database } from '../database/connect.ts';

/** The same mark for the same number, in small or capital letters; 64 hex digits. */
export type MarkPerson = (idNumber: string) => string;

const KEY_LOCK = 8_700_006;
const ROWS_AT_ONCE = 200;
/** The one key there is. Another one would find none of the cases marked before. */
const NAME = 'cases';

/** Several hubs may start at once on one database; they agree on one key. It lies in the database, as the cases do that it marks. */
export async function loadPersonKey(database: Database, clock: Clock): Promise<MarkPerson> {
  const secret = await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${KEY_LOCK})`.execute(transaction);
    const known = await transaction
      .selectFrom('person_key')
      .select('secret')
      .where('name', '=', NAME)
      .executeTakeFirst();
    if (known) return known.secret;
    const made = { name: NAME, secret: randomBytes(32).toString('base64'), made_at: clock.now() };
    await transaction.insertInto('person_key').values(made).execute();
    return made.secret;
  });
  const key = Buffer.from(secret, 'base64');
  return (idNumber) => createHmac('sha256', key).update(idNumber.trim().toUpperCase()).digest('hex');
}

/** Marks the cases that came before there were marks. Two hubs doing it at once do no harm. */
export async function markOldCases(database: Database, markPerson: MarkPerson): Promise<void> {
  for (;;) {
    const rows = await database
      .selectFrom('case_file')
      .select(['kiosk_id', 'record_id', 'record'])
      .where('person', 'is', null)
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const { kiosk_id, record_id, record } of rows) {
      const person = markPerson(reading(CaseSubmitted).parse(record).applicant.idNumber);
      await database
        .updateTable('case_file')
        .set({ person })
        .where('kiosk_id', '=', kiosk_id)
        .where('record_id', '=', record_id)
        .execute();
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
