/** The papers that bear a code: what was printed, when and where, and what to compare; whose it is only masked. */
import { reading } from '#contract/message.ts';
import { DocumentIssued, VerifiedPaper } from '#contract/paper-record.ts';
import type { VerifyCode } from '#contract/verify-code.ts';
import type { Database } from '../database/connect.ts';

/** The first that came stands first; empty when no kiosk told of such a paper (yet). */
export async function findPapers(database: Database, code: VerifyCode): Promise<VerifiedPaper[]> {
  const rows = await database
    .selectFrom('issued_paper')
    .select((row) => [
      'record',
      'received_at',
      row
        .selectFrom('paper_outcome')
        .select('outcome')
        .whereRef('paper_outcome.kiosk_id', '=', 'issued_paper.kiosk_id')
        .whereRef('paper_outcome.code', '=', 'issued_paper.code')
        .orderBy('arrival', 'desc')
        .limit(1)
        .as('outcome'),
    ])
    .where('code', '=', code)
    .orderBy('received_at')
    .limit(10)
    .execute();
  return rows.map(({ record, received_at, outcome }) => {
    const { kind: _, facts: __, ...said } = reading(DocumentIssued).parse(record);
    return VerifiedPaper.parse({ ...said, receivedAt: received_at, outcome: outcome ?? 'unknown' });
  });
}
