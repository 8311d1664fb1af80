/** Moves what one office of several decides (并联), and lets the case follow. */
import type { Transaction } from 'kysely';
import { type CaseAction, PART_ACTIONS, type PartAction } from '#contract/hub-desk.ts';
import type { CasePart, PartState } from '#contract/hub-parts.ts';
import { reading } from '#contract/message.ts';
import { CaseSubmitted } from '#contract/record.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Tables } from '../database/tables.ts';
import type { ActFault, Deed, Done } from './act-on-case.ts';
import { partsOf } from './case-parts.ts';
import { type LockedCase, moveCase, noteDeed } from './locked-case.ts';
import { wholeOf } from './whole-of-parts.ts';

export async function actOnPart(
  transaction: Transaction<Tables>,
  found: LockedCase,
  deed: Deed<PartAction>,
): Promise<Result<Done, ActFault>> {
  const { action } = deed;
  const part = (await partsOf(transaction, found)).find((each) => each.part === action.part);
  if (part === undefined) return fail({ code: 'case.noSuchPart' });
  if (isDoneTo(part, action)) return ok('doneBefore');
  const { from } = PART_ACTIONS[action.kind];
  if (!mayMove(part, action.kind)) return fail({ code: 'case.wrongState', is: part.state, from });
  await movePart(transaction, found, deed);
  await follow(transaction, found, deed.at);
  return ok('done');
}

/** What is decided about the whole is decided about each part that it still can be decided about. */
export async function actOnParts(
  transaction: Transaction<Tables>,
  found: LockedCase,
  { action: whole, ...deed }: Deed<CaseAction>,
  parts: readonly CasePart[],
): Promise<Result<Done, ActFault>> {
  for (const each of parts) {
    const action = asPartAction(whole, each.part);
    if (mayMove(each, action.kind)) await movePart(transaction, found, { ...deed, action });
  }
  await follow(transaction, found, deed.at);
  return ok('done');
}

/** None is left that it could be done to, and one stands so with these words: others may have been decided before it. */
export function isDoneToParts(whole: CaseAction, parts: readonly CasePart[]): boolean {
  const actions = parts.map((each) => ({ each, action: asPartAction(whole, each.part) }));
  return (
    actions.some(({ each, action }) => isDoneTo(each, action)) &&
    !actions.some(({ each, action }) => mayMove(each, action.kind))
  );
}

function isDoneTo({ state, reason }: CasePart, action: PartAction): boolean {
  return state === PART_ACTIONS[action.kind].to && reason === reasonOf(action);
}

function asPartAction(action: CaseAction, part: string): PartAction {
  if (action.kind === 'return') return { kind: 'refusePart', part, reason: action.reason };
  return { kind: action.kind === 'accept' ? 'acceptPart' : 'completePart', part };
}

function mayMove({ state }: CasePart, kind: PartAction['kind']): boolean {
  return (PART_ACTIONS[kind].from as readonly PartState[]).includes(state);
}

function reasonOf(action: PartAction): string | null {
  return action.kind === 'refusePart' ? action.reason : null;
}

async function movePart(
  transaction: Transaction<Tables>,
  found: LockedCase,
  { action, who, at }: Deed<PartAction>,
): Promise<void> {
  const reason = reasonOf(action);
  await noteDeed(transaction, found, { action: action.kind, part: action.part, reason, who, at });
  await transaction
    .updateTable('case_part')
    .set({ state: PART_ACTIONS[action.kind].to, changed_at: at, reason })
    .where('kiosk_id', '=', found.kiosk_id)
    .where('record_id', '=', found.record_id)
    .where('part', '=', action.part)
    .execute();
}

async function follow(transaction: Transaction<Tables>, found: LockedCase, at: number): Promise<void> {
  const { language } = reading(CaseSubmitted).parse(found.record);
  await moveCase(transaction, found, { ...wholeOf(await partsOf(transaction, found), language), at });
}
