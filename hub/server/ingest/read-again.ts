/** Reads again, at every start, what a hub did not understand: after its update it may, and the citizen's case is filed. */
import { sql, type Selectable } from 'kysely';
import { KioskId, StationId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import type { Database } from '../database/connect.ts';
import type { QuarantineTable } from '../database/tables.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import type { ArrivedRow, RefusalCode } from './arrived-row.ts';
import { decide } from './decide.ts';
import { fileBodies } from './file-bodies.ts';
import { type ArrivedBatch, setAside } from './keep-batch.ts';
import { lookUpKnown } from './known.ts';
import { readRow, RowPlace } from './read-row.ts';

/** What could not be read; what was read and is in another's place waits for a person. */
const NOT_READ = [
  ...(['malformed', 'hashMismatch', 'unknownKey'] as const),
  ...(['notOpened', 'badBody', 'newerKind'] as const),
] satisfies readonly RefusalCode[];
const ROWS_AT_ONCE = 100;

type Aside = Selectable<QuarantineTable>;

/** One row at a time: what is understood now leaves the quarantine, the rest stays as it is. Other hubs may run meanwhile. */
export async function readAgain(database: Database, keys: HubKeys, log: Log): Promise<void> {
  let page: readonly Aside[] = await nextPage(database, null);
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    for (const aside of page) {
      const raw = RowPlace.safeParse(aside.envelope);
      if (!raw.success) continue;
      const row = await readRow(keys, KioskId.parse(aside.kiosk_id), raw.data);
      if (!row.content.ok || !(await fileNow(database, aside, row))) continue;
      log('ingest.readAgain', { kiosk: aside.kiosk_id, seq: aside.seq, kind: row.kind });
    }
    page = await nextPage(database, last);
  }
}

async function nextPage(database: Database, after: Aside | null): Promise<Aside[]> {
  const place = sql<string>`(kiosk_id, epoch, seq, fingerprint)`;
  return await database
    .selectFrom('quarantine')
    .selectAll()
    .where('code', 'in', NOT_READ)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`${place} > (${after?.kiosk_id}::uuid, ${after?.epoch}::uuid, ${after?.seq}::bigint, ${after?.fingerprint})`,
      ),
    )
    .orderBy('kiosk_id')
    .orderBy('epoch')
    .orderBy('seq')
    .orderBy('fingerprint')
    .limit(ROWS_AT_ONCE)
    .execute();
}

/** As if it came now, at the place it has and with the time at which it came. False when another hub was quicker. */
async function fileNow(database: Database, aside: Aside, row: ArrivedRow): Promise<boolean> {
  const { kiosk_id, epoch, seq, fingerprint, received_at } = aside;
  return await database.transaction().execute(async (transaction) => {
    // Like a batch of this kiosk, which waits until this is done.
    const kiosk = await transaction
      .selectFrom('kiosk')
      .select('station')
      .where('kiosk_id', '=', kiosk_id)
      .forUpdate()
      .executeTakeFirst();
    if (kiosk === undefined) return false;
    const { numDeletedRows } = await transaction
      .deleteFrom('quarantine')
      .where('kiosk_id', '=', kiosk_id)
      .where('epoch', '=', epoch)
      .where('seq', '=', seq)
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    const station = StationId.parse(kiosk.station);
    const batch: ArrivedBatch = {
      kiosk: KioskId.parse(kiosk_id),
      station,
      epoch,
      rows: [row],
      receivedAt: received_at,
    };
    const known = await lookUpKnown(transaction, batch);
    const decisions = decide([row], { ...known, places: new Map(), aside: new Map() });
    await setAside(transaction, batch, decisions);
    await fileBodies(transaction, batch, decisions);
    for (const { outcome, refusal, body } of decisions) {
      const { kind, chain } = row;
      const is = { kind, chain, outcome, reason: refusal?.reason ?? null, body: body && JSON.stringify(row.came) };
      await transaction
        .updateTable('record')
        .set({ ...is, fingerprint: row.fingerprint })
        .where('kiosk_id', '=', kiosk_id)
        .where('epoch', '=', epoch)
        .where('seq', '=', seq)
        .where('fingerprint', '=', fingerprint)
        .execute();
    }
    return true;
  });
}
