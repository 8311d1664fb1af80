/** A paper that was owed (容缺) is here, or may come later: both the desk decides, nothing happens by itself. */
import type { Transaction } from 'kysely';
import { hallDay } from '#contract/hall-time.ts';
import type { PaperAction } from '#contract/hub-desk.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Tables } from '../database/tables.ts';
import type { ActFault, Deed, Done } from './act-on-case.ts';
import { papersOf } from './case-parts.ts';
import { type LockedCase, noteDeed } from './locked-case.ts';

const OPEN = ['received', 'accepted'] as const;

export async function actOnPaper(
  transaction: Transaction<Tables>,
  found: LockedCase,
  { action, who, at }: Deed<PaperAction>,
): Promise<Result<Done, ActFault>> {
  const { kind, material } = action;
  const paper = (await papersOf(transaction, found)).find((each) => each.material === material);
  if (paper === undefined) return fail({ code: 'case.noSuchPart' });
  const until = kind === 'paperLater' ? action.until : null;
  const change = until === null ? { brought: true } : { due_day: until };
  if (until === null ? paper.brought : !paper.brought && paper.dueDay === until) return ok('doneBefore');
  if (paper.brought || found.state === 'returned' || found.state === 'completed')
    return fail({ code: 'case.wrongState', is: paper.brought ? 'completed' : found.state, from: OPEN });
  if (until !== null && until < hallDay(at)) return fail({ code: 'action.malformed' });
  await noteDeed(transaction, found, { action: kind, material, reason: null, until_day: until, who, at });
  await transaction
    .updateTable('owed_paper')
    .set(change)
    .where('kiosk_id', '=', found.kiosk_id)
    .where('record_id', '=', found.record_id)
    .where('material', '=', material)
    .execute();
  return ok('done');
}
