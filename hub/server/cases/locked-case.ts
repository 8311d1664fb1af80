/** A case while somebody acts on it: nobody else does meanwhile, and every deed is noted in its order. */
import type { Insertable, Transaction } from 'kysely';
import type { CaseNumber } from '#contract/case-number.ts';
import type { CaseState } from '#contract/hub-api.ts';
import type { CaseEventTable, Tables } from '../database/tables.ts';

export interface LockedCase {
  readonly kiosk_id: string;
  readonly record_id: string;
  readonly state: CaseState;
  readonly reason: string | null;
  /** As it came: parse before use. */
  readonly record: unknown;
}

/** The same case that `findCase` means; undefined when there is none. */
export async function lockCase(
  transaction: Transaction<Tables>,
  caseNumber: CaseNumber,
): Promise<LockedCase | undefined> {
  return await transaction
    .selectFrom('case_file')
    .select(['kiosk_id', 'record_id', 'state', 'reason', 'record'])
    .where('case_number', '=', caseNumber)
    .orderBy('received_at')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

type Event = Omit<Insertable<CaseEventTable>, 'kiosk_id' | 'record_id' | 'number'>;

export async function noteDeed(transaction: Transaction<Tables>, of: LockedCase, event: Event): Promise<void> {
  const { kiosk_id, record_id } = of;
  const { count } = await transaction
    .selectFrom('case_event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('kiosk_id', '=', kiosk_id)
    .where('record_id', '=', record_id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('case_event')
    .values({ kiosk_id, record_id, number: count + 1, ...event })
    .execute();
}

export async function moveCase(
  transaction: Transaction<Tables>,
  { kiosk_id, record_id }: LockedCase,
  to: { readonly state: CaseState; readonly reason: string | null; readonly at: number },
): Promise<void> {
  await transaction
    .updateTable('case_file')
    .set({ state: to.state, changed_at: to.at, reason: to.reason })
    .where('kiosk_id', '=', kiosk_id)
    .where('record_id', '=', record_id)
    .execute();
}
