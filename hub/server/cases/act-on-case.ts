/** Does with a case what somebody at the desk decided, and keeps that it was done, when and by whom. */
import type { Transaction } from 'kysely';
import type { CaseNumber } from '#contract/case-number.ts';
import type { CaseState } from '#contract/hub-api.ts';
import { DESK_ACTIONS, type DeskAction } from '#contract/hub-desk.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

export interface Deed {
  readonly caseNumber: CaseNumber;
  readonly action: DeskAction;
  /** "desk" until there are accounts. */
  readonly who: string;
  /** The hub's wall time in ms. */
  readonly at: number;
}

export type ActFault = { readonly code: 'case.unknown' } | { readonly code: 'case.wrongState'; readonly is: CaseState };

/**
 * State and event change together or not at all; two at one case wait for each other. Doing again what was done last
 * is no second deed: a double click, or a request sent again because its answer got lost, finds it done.
 */
export async function actOnCase(database: Database, deed: Deed): Promise<Result<'done' | 'doneBefore', ActFault>> {
  return await database.transaction().execute(async (transaction) => {
    const found = await lockCase(transaction, deed.caseNumber);
    if (!found) return fail({ code: 'case.unknown' });
    const reason = deed.action.kind === 'return' ? deed.action.reason : null;
    const { from, to } = DESK_ACTIONS[deed.action.kind];
    if (found.state === to && found.reason === reason) return ok('doneBefore');
    if (!(from as readonly CaseState[]).includes(found.state))
      return fail({ code: 'case.wrongState', is: found.state });
    const { kiosk_id, record_id } = found;
    const number = 1 + (await eventsSoFar(transaction, found));
    await transaction
      .insertInto('case_event')
      .values({ kiosk_id, record_id, number, action: deed.action.kind, reason, who: deed.who, at: deed.at })
      .execute();
    await transaction
      .updateTable('case_file')
      .set({ state: to, changed_at: deed.at, reason })
      .where('kiosk_id', '=', kiosk_id)
      .where('record_id', '=', record_id)
      .execute();
    return ok('done');
  });
}

interface LockedCase {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly state: CaseState;
  readonly reason: string | null;
}

/** The same case that `findCase` means. */
async function lockCase(transaction: Transaction<Tables>, caseNumber: CaseNumber): Promise<LockedCase | undefined> {
  return await transaction
    .selectFrom('case_file')
    .select(['kiosk_id', 'record_id', 'state', 'reason'])
    .where('case_number', '=', caseNumber)
    .orderBy('received_at')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

async function eventsSoFar(transaction: Transaction<Tables>, of: LockedCase): Promise<number> {
  const { count } = await transaction
    .selectFrom('case_event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('kiosk_id', '=', of.kiosk_id)
    .where('record_id', '=', of.record_id)
    .executeTakeFirstOrThrow();
  return count;
}
