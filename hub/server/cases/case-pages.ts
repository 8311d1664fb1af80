/** The pages of paper that came for a case, and the picture of one of them. */
import { sql } from 'kysely';
import { z } from 'zod';
import { PageCode } from '#contract/camera.ts';
import type { CaseNumber } from '#contract/case-number.ts';
import type { CasePage } from '#contract/hub-api.ts';
import { MaterialId, RecordId } from '#contract/ids.ts';
import { reading } from '#contract/message.ts';
import { PageAttached } from '#contract/record.ts';
import type { Database } from '../database/connect.ts';

/** In the order of the papers and their pages. */
export async function pagesOf(database: Database, kiosk: string, caseNumber: CaseNumber): Promise<CasePage[]> {
  const rows = await database
    .selectFrom('case_page')
    .select(['record_id', 'material', 'page', 'pages', 'bytes', 'codes'])
    .where('kiosk_id', '=', kiosk)
    .where('case_number', '=', caseNumber)
    .orderBy('material')
    .orderBy('page')
    .execute();
  return rows.map(({ record_id, material, page, pages, bytes, codes }) => ({
    id: RecordId.parse(record_id),
    material: MaterialId.parse(material),
    page,
    of: pages,
    bytes,
    codes: z.array(PageCode).parse(codes),
  }));
}

/** JPEG bytes; null when no such page came for that case. */
export async function pictureOf(database: Database, caseNumber: CaseNumber, page: RecordId): Promise<Buffer | null> {
  const row = await database
    .selectFrom('case_page')
    .innerJoin('record', (join) =>
      join.onRef('record.kiosk_id', '=', 'case_page.kiosk_id').onRef('record.record_id', '=', 'case_page.record_id'),
    )
    .select('record.body')
    .where('case_page.record_id', '=', page)
    .where('case_page.case_number', '=', caseNumber)
    .where('record.body', 'is not', null)
    .where(sql<boolean>`record.outcome = 'opened'`)
    .executeTakeFirst();
  return row === undefined ? null : Buffer.from(reading(PageAttached).parse(row.body).jpeg, 'base64');
}

/** What base64 of this length holds. */
export function bytesIn(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}
