/** The papers that bear a code: what was printed, when and where, and what to compare; whose it is only masked. */
import { VerifiedPaper } from '#contract/paper-record.ts';
import type { VerifyCode } from '#contract/verify-code.ts';
import type { Database } from '../database/connect.ts';

/** The first that came stands first; empty when no kiosk told of such a paper (yet). */
export async function findPapers(database: Database, code: VerifyCode): Promise<VerifiedPaper[]> {
  const rows = await database
    .selectFrom('issued_paper')
    .select((row) => [
      'code',
      'service',
      'service_title',
      'title',
      'station',
      'station_name',
      'day',
      'shown',
      'issued_at',
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
  return rows.map(({ issued_at, received_at, service_title, station_name, shown, outcome, ...same }) =>
    VerifiedPaper.parse({
      ...same,
      serviceTitle: service_title ?? undefined,
      stationName: station_name ?? undefined,
      shown: shown ?? undefined,
      issuedAt: issued_at,
      receivedAt: received_at,
      outcome: outcome ?? 'unknown',
    }),
  );
}
