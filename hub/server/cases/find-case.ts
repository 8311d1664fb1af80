/** One case with everything that came for it. */
import type { CaseDetail } from '#contract/hub-api.ts';
import type { CaseNumber } from '#contract/case-number.ts';
import { reading, unread } from '#contract/message.ts';
import { CaseSubmitted } from '#contract/record.ts';
import type { Database } from '../database/connect.ts';
import { papersOf, partsOf } from './case-parts.ts';
import { pagesOf } from './case-pages.ts';
import { deskEvents } from './desk-events.ts';
import { CASE_COLUMNS, caseRow } from './case-row.ts';

/** Null when no kiosk sent it (yet). Should two kiosks ever give one number, the first that came is meant. */
export async function findCase(database: Database, caseNumber: CaseNumber): Promise<CaseDetail | null> {
  const found = await database
    .selectFrom('case_file')
    .select(CASE_COLUMNS)
    .select(['kiosk_id', 'record_id', 'record'])
    .where('case_number', '=', caseNumber)
    .orderBy('received_at')
    .executeTakeFirst();
  if (!found) return null;
  const ofThisCase = { kiosk: found.kiosk_id, caseNumber };
  const [parts, owed, receipt, rating, pages] = await Promise.all([
    partsOf(database, found),
    papersOf(database, found),
    lastReceipt(database, ofThisCase),
    lastRating(database, ofThisCase),
    pagesOf(database, found.kiosk_id, caseNumber),
  ]);
  const deskDid = await deskEvents(database, found, { parts, owed });
  const row = caseRow(found);
  const record = reading(CaseSubmitted).parse(found.record);
  const timeline = [
    { what: 'submitted' as const, at: row.submittedAt },
    { what: 'received' as const, at: row.receivedAt },
    ...(receipt ? [{ what: 'receipt' as const, at: receipt.at }] : []),
    ...(rating ? [{ what: 'rating' as const, at: rating.at }] : []),
    ...deskDid,
  ].sort((one, other) => one.at - other.at);
  return {
    row,
    record,
    whole: unread(found.record, record).length === 0,
    receipt: receipt?.outcome ?? 'unknown',
    rating: rating?.level ?? null,
    pages,
    parts,
    owed,
    timeline,
  };
}

interface OfCase {
  readonly kiosk: string;
  readonly caseNumber: CaseNumber;
}

/** A receipt may be printed again: the report that arrived last counts. */
async function lastReceipt(database: Database, { kiosk, caseNumber }: OfCase) {
  return await database
    .selectFrom('receipt')
    .select(['outcome', 'at'])
    .where('kiosk_id', '=', kiosk)
    .where('case_number', '=', caseNumber)
    .orderBy('arrival', 'desc')
    .executeTakeFirst();
}

async function lastRating(database: Database, { kiosk, caseNumber }: OfCase) {
  return await database
    .selectFrom('rating')
    .select(['level', 'at'])
    .where('kiosk_id', '=', kiosk)
    .where('case_number', '=', caseNumber)
    .orderBy('arrival', 'desc')
    .executeTakeFirst();
}
