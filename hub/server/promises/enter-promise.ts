/** Enters a broken promise and lifts it again; what was once entered or lifted stays on record. */
import { randomUUID } from 'node:crypto';
import { hallDay } from '#contract/hall-time.ts';
import type { BrokenPromise, EnterBrokenPromise } from '#contract/promise-list.ts';
import { reading } from '#contract/message.ts';
import { CaseSubmitted } from '#contract/record.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { listPromises } from './list-promises.ts';

export interface Deed {
  /** "desk" until there are accounts. */
  readonly who: string;
  /** The hub's wall time in ms. */
  readonly at: number;
}

/**
 * Whose promise it was, the case says; only one that was signed there can be broken. An entry of this case that stands already is no second one: a double click, or a
 * request sent again because its answer got lost, finds it.
 */
export async function enterPromise(
  database: Database,
  keys: HubKeys,
  entry: EnterBrokenPromise,
  { who, at }: Deed,
): Promise<Result<BrokenPromise, 'case.unknown' | 'promise.notGiven'>> {
  return await database.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('case_file')
      .select(['service', 'title', 'applicant', 'record'])
      .where('case_number', '=', entry.caseNumber)
      .orderBy('received_at')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) return fail('case.unknown');
    const before = await listPromises(transaction, { caseNumber: entry.caseNumber });
    const standing = before.find(({ lifted }) => lifted === null);
    if (standing !== undefined) return ok(standing);
    const { applicant, title, promises } = reading(CaseSubmitted).parse(found.record);
    if (!promises.some(({ state }) => state === 'signed')) return fail('promise.notGiven');
    const id = randomUUID();
    await transaction
      .insertInto('broken_promise')
      .values({
        id,
        person: keys.markPerson(applicant.idNumber),
        case_number: entry.caseNumber,
        service: found.service,
        title: JSON.stringify(title),
        applicant: found.applicant,
        bars: entry.bars,
        since_day: hallDay(at),
        until_day: entry.until,
        reason: entry.reason,
        who,
        at,
      })
      .execute();
    const [entered] = await listPromises(transaction, { id });
    if (entered === undefined) throw new Error('an entry that was just made is gone');
    return ok(entered);
  });
}

/** The entry as it is then. Lifted again, it stays lifted as it was the first time. */
export async function liftPromise(
  database: Database,
  id: string,
  reason: string,
  { who, at }: Deed,
): Promise<Result<BrokenPromise, 'promise.unknown'>> {
  const [known] = await listPromises(database, { id });
  if (known === undefined) return fail('promise.unknown');
  await database
    .insertInto('promise_lifted')
    .values({ id, reason, who, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const [lifted] = await listPromises(database, { id });
  return ok(lifted ?? known);
}
