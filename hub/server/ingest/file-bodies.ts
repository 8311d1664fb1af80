/** Turns what was opened into cases, receipts, ratings, pages and printed proofs, in whatever order they arrive. */
import type { Insertable, OnConflictBuilder, Transaction } from 'kysely';
import type { CaseSubmitted, PageAttached } from '#contract/record.ts';
import { dueDay } from '../cases/due-day.ts';
import { maskName } from '#contract/mask-name.ts';
import { owedIn, partsIn } from '../cases/case-parts.ts';
import type { CasePartTable, OwedPaperTable } from '../cases/part-tables.ts';
import { bytesIn } from '../cases/case-pages.ts';
import type { CaseFileTable, CasePageTable, RatingTable, ReceiptTable, Tables } from '../database/tables.ts';
import type { IssuedPaperTable, PaperOutcomeTable } from '../papers/paper-tables.ts';
import type { Decision } from './decide.ts';
import type { ArrivedBatch } from './keep-batch.ts';

export async function fileBodies(
  transaction: Transaction<Tables>,
  batch: ArrivedBatch,
  decisions: readonly Decision[],
): Promise<void> {
  const cases: Insertable<CaseFileTable>[] = [];
  const parts: Insertable<CasePartTable>[] = [];
  const owed: Insertable<OwedPaperTable>[] = [];
  const receipts: Insertable<ReceiptTable>[] = [];
  const ratings: Insertable<RatingTable>[] = [];
  const pages: Insertable<CasePageTable>[] = [];
  const papers: Insertable<IssuedPaperTable>[] = [];
  const outcomes: Insertable<PaperOutcomeTable>[] = [];
  for (const { row, body } of decisions) {
    const key = { kiosk_id: batch.kiosk, record_id: row.id };
    switch (body?.kind) {
      case 'case.submitted':
        cases.push({ ...key, ...caseFile(body, batch), person: row.person, record: JSON.stringify(row.came) });
        parts.push(...partsIn(body, key, batch.receivedAt));
        owed.push(...owedIn(body, key));
        break;
      case 'receipt.reported':
        for (const case_number of new Set(body.caseNumbers))
          receipts.push({ ...key, case_number, outcome: body.outcome, at: body.at });
        break;
      case 'rating.given':
        ratings.push({ ...key, case_number: body.caseNumber, level: body.level, at: body.at });
        break;
      case 'page.attached':
        for (const case_number of new Set(body.caseNumbers)) pages.push({ ...key, case_number, ...pageRow(body) });
        break;
      case 'document.issued':
        papers.push({ ...key, code: body.code, record: JSON.stringify(row.came), received_at: batch.receivedAt });
        break;
      case 'document.printed':
        outcomes.push({ ...key, code: body.code, outcome: body.outcome, at: body.at });
        break;
      case undefined:
        break;
    }
  }
  if (cases.length > 0) await transaction.insertInto('case_file').values(cases).execute();
  if (parts.length > 0) await transaction.insertInto('case_part').values(parts).onConflict(asFirst).execute();
  if (owed.length > 0) await transaction.insertInto('owed_paper').values(owed).onConflict(asFirst).execute();
  if (receipts.length > 0) await transaction.insertInto('receipt').values(receipts).execute();
  if (pages.length > 0) await transaction.insertInto('case_page').values(pages).execute();
  if (ratings.length > 0) await transaction.insertInto('rating').values(ratings).execute();
  if (papers.length > 0) await transaction.insertInto('issued_paper').values(papers).execute();
  if (outcomes.length > 0) await transaction.insertInto('paper_outcome').values(outcomes).execute();
}

/** Should a kiosk name a part or a paper twice, it is one. */
const asFirst = <DB, T extends keyof DB>(conflict: OnConflictBuilder<DB, T>) => conflict.doNothing();

function pageRow({ material, page, of, jpeg, codes }: PageAttached) {
  return { material, page, pages: of, bytes: bytesIn(jpeg), codes: JSON.stringify(codes) };
}

function caseFile(
  body: CaseSubmitted,
  batch: ArrivedBatch,
): Omit<Insertable<CaseFileTable>, 'kiosk_id' | 'record_id' | 'person' | 'record'> {
  return {
    case_number: body.caseNumber,
    service: body.service,
    title: JSON.stringify(body.title),
    station: body.station,
    station_name: body.stationName === undefined ? null : JSON.stringify(body.stationName),
    state: 'received',
    applicant: maskName(body.applicant.name),
    submitted_at: body.submittedAt,
    received_at: batch.receivedAt,
    changed_at: batch.receivedAt,
    reason: null,
    due_day: body.dueDay ?? dueDay(body.day, body.promisedWorkdays),
  };
}
