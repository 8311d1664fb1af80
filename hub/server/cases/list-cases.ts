/** The cases for the desk, newest first, a page at a time. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseList, CaseState } from '#contract/hub-api.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Database } from '../database/connect.ts';
import { caseRow, CASE_COLUMNS } from './case-row.ts';
import { maskName } from '#contract/mask-name.ts';

const PAGE = 50;
const Cursor = z.tuple([z.number(), z.uuid(), z.uuid()]);

export interface CaseQuery {
  /** `next` of the page before, or null for the first. */
  readonly after: string | null;
  /** Part of a case number, or a name as written or masked; empty finds all. */
  readonly search: string;
  /** Only cases in this state; null for all. */
  readonly state: CaseState | null;
}

/** Fails with `badCursor` when `after` was not given out by this function. */
export async function listCases(database: Database, query: CaseQuery): Promise<Result<CaseList, 'badCursor'>> {
  let select = database
    .selectFrom('case_file')
    .select(CASE_COLUMNS)
    .select(['kiosk_id', 'record_id'])
    .orderBy('received_at', 'desc')
    .orderBy('kiosk_id', 'desc')
    .orderBy('record_id', 'desc')
    .limit(PAGE + 1);
  if (query.after !== null) {
    const cursor = readCursor(query.after);
    if (cursor === null) return fail('badCursor');
    const [receivedAt, kiosk, record] = cursor;
    select = select.where(
      sql<boolean>`(received_at, kiosk_id, record_id) < (${receivedAt}, ${kiosk}::uuid, ${record}::uuid)`,
    );
  }
  if (query.state !== null) select = select.where('state', '=', query.state);
  const patterns = searchPatterns(query.search);
  if (patterns.length > 0)
    select = select.where((where) =>
      where.or([
        ...patterns.map((pattern) => where('case_number', 'ilike', pattern)),
        ...patterns.map((pattern) => where('applicant', 'ilike', pattern)),
      ]),
    );
  const rows = await select.execute();
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const next = rows.length > PAGE && last ? writeCursor([last.received_at, last.kiosk_id, last.record_id]) : null;
  return ok({ cases: shown.map(caseRow), next });
}

/** Only the masked name is kept beside the case, so a whole name is masked before it is looked for. */
function searchPatterns(search: string): readonly string[] {
  const text = search.replaceAll('\0', '').trim();
  if (text === '') return [];
  const words = text.length > 1 && !text.includes('*') && !/\d/.test(text) ? [text, maskName(text)] : [text];
  return words.map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`);
}

function writeCursor(cursor: z.infer<typeof Cursor>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): z.infer<typeof Cursor> | null {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
