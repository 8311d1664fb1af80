/** Looks up what the hub already has of the rows in a batch. */
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { asideKey, type Known } from './decide.ts';
import type { ArrivedBatch } from './keep-batch.ts';

export async function lookUpKnown(transaction: Transaction<Tables>, batch: ArrivedBatch): Promise<Known> {
  const { kiosk, epoch, rows } = batch;
  const places = await transaction
    .selectFrom('record')
    .select(['seq', 'fingerprint', 'reason'])
    .where('kiosk_id', '=', kiosk)
    .where('epoch', '=', epoch)
    .where('seq', 'in', [...new Set(rows.map((row) => row.seq))])
    .execute();
  const bodies = await transaction
    .selectFrom('record')
    .select(['record_id', 'body'])
    .where('kiosk_id', '=', kiosk)
    .where('record_id', 'in', [...new Set(rows.map((row) => row.id))])
    .where('outcome', '=', 'opened')
    .execute();
  const aside = await transaction
    .selectFrom('quarantine')
    .select(['seq', 'fingerprint', 'reason'])
    .where('kiosk_id', '=', kiosk)
    .where('epoch', '=', epoch)
    .where('seq', 'in', [...new Set(rows.map((row) => row.seq))])
    .execute();
  return {
    places: new Map(places.map((row) => [row.seq, { fingerprint: row.fingerprint, refusedBecause: row.reason }])),
    bodies: new Map(bodies.map((row) => [row.record_id, row.body])),
    aside: new Map(aside.map((row) => [asideKey(row), row.reason])),
    caseNumbers: await knownCaseNumbers(transaction, batch),
  };
}

async function knownCaseNumbers(transaction: Transaction<Tables>, batch: ArrivedBatch): Promise<ReadonlySet<string>> {
  const numbers = batch.rows.flatMap(({ content }) =>
    content.ok && content.value.kind === 'case.submitted' ? [content.value.caseNumber] : [],
  );
  if (numbers.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('case_file')
    .select('case_number')
    .where('kiosk_id', '=', batch.kiosk)
    .where('case_number', 'in', numbers)
    .execute();
  return new Set(rows.map((row) => row.case_number));
}
