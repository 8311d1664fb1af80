/** Does with a case what somebody at the desk decided, and keeps that it was done, when and by whom. */
import type { Transaction } from 'kysely';
import type { CaseNumber } from '#contract/case-number.ts';
import type { CaseState } from '#contract/hub-api.ts';
import {
  type CaseAction,
  DESK_ACTIONS,
  type DeskAction,
  isCaseAction,
  isPartAction,
  mayActOnWhole,
} from '#contract/hub-desk.ts';
import type { PartState } from '#contract/hub-parts.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { actOnPaper } from './act-on-paper.ts';
import { actOnPart, actOnParts, isDoneToParts } from './act-on-part.ts';
import { partsOf } from './case-parts.ts';
import { type LockedCase, lockCase, moveCase, noteDeed } from './locked-case.ts';

export interface Deed<A extends DeskAction = DeskAction> {
  readonly action: A;
  /** "desk" until there are accounts. */
  readonly who: string;
  /** The hub's wall time in ms. */
  readonly at: number;
}

export type Done = 'done' | 'doneBefore';

export type ActFault =
  | { readonly code: 'case.unknown' | 'case.noSuchPart' | 'case.followsParts' | 'action.malformed' }
  | { readonly code: 'case.wrongState'; readonly is: CaseState | PartState; readonly from: readonly string[] };

/**
 * State and event change together or not at all; two at one case wait for each other. Doing again what was done last
 * is no second deed: a double click, or a request sent again because its answer got lost, finds it done.
 */
export async function actOnCase(
  database: Database,
  caseNumber: CaseNumber,
  deed: Deed,
): Promise<Result<Done, ActFault>> {
  return await database.transaction().execute(async (transaction) => {
    const found = await lockCase(transaction, caseNumber);
    if (!found) return fail({ code: 'case.unknown' });
    const { action, ...rest } = deed;
    if (isPartAction(action)) return await actOnPart(transaction, found, { action, ...rest });
    if (isCaseAction(action)) return await actOnWhole(transaction, found, { action, ...rest });
    return await actOnPaper(transaction, found, { action, ...rest });
  });
}

async function actOnWhole(
  transaction: Transaction<Tables>,
  found: LockedCase,
  deed: Deed<CaseAction>,
): Promise<Result<Done, ActFault>> {
  const { action, who, at } = deed;
  const reason = action.kind === 'return' ? action.reason : null;
  const { from, to } = DESK_ACTIONS[action.kind];
  const parts = await partsOf(transaction, found);
  if (found.state === to && (parts.length > 0 ? isDoneToParts(action, parts) : found.reason === reason))
    return ok('doneBefore');
  if (!(from as readonly CaseState[]).includes(found.state))
    return fail({ code: 'case.wrongState', is: found.state, from });
  if (!mayActOnWhole(action.kind, parts)) return fail({ code: 'case.followsParts' });
  if (parts.length > 0) return await actOnParts(transaction, found, deed, parts);
  await noteDeed(transaction, found, { action: action.kind, reason, who, at });
  await moveCase(transaction, found, { state: to, reason, at });
  return ok('done');
}
