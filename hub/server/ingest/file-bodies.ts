/** Turns what was opened into cases, receipts and ratings, in whatever order they arrive. */
import type { Transaction } from 'kysely';
import type { CaseSubmitted } from '#contract/record.ts';
import { dueDay } from '../cases/due-day.ts';
import { maskName } from '../cases/mask-name.ts';
import type { Tables } from '../database/tables.ts';
import type { Decision } from './decide.ts';
import type { ArrivedBatch } from './keep-batch.ts';

export async function fileBodies(
  transaction: Transaction<Tables>,
  batch: ArrivedBatch,
  decisions: readonly Decision[],
): Promise<void> {
  for (const { row, body } of decisions) {
    const key = { kiosk_id: batch.kiosk, record_id: row.id };
    switch (body?.kind) {
      case 'case.submitted':
        await transaction
          .insertInto('case_file')
          .values({ ...key, ...caseFile(body), received_at: batch.receivedAt })
          .execute();
        break;
      case 'receipt.reported': {
        const { outcome, at } = body;
        const numbers = [...new Set(body.caseNumbers)];
        if (numbers.length === 0) break;
        await transaction
          .insertInto('receipt')
          .values(numbers.map((case_number) => ({ ...key, case_number, outcome, at })))
          .execute();
        break;
      }
      case 'rating.given':
        await transaction
          .insertInto('rating')
          .values({ ...key, case_number: body.caseNumber, level: body.level, at: body.at })
          .execute();
        break;
      case undefined:
        break;
    }
  }
}

function caseFile(body: CaseSubmitted) {
  return {
    case_number: body.caseNumber,
    service: body.service,
    title: JSON.stringify(body.title),
    station: body.station,
    state: 'received' as const,
    applicant: maskName(body.applicant.name),
    submitted_at: body.submittedAt,
    due_day: dueDay(body.day, body.promisedWorkdays),
    record: JSON.stringify(body),
  };
}
