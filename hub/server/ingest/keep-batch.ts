/** Keeps one batch of one kiosk in one transaction, and answers only after its COMMIT. */
import type { Transaction } from 'kysely';
import type { BatchReply } from '#contract/hub-api.ts';
import type { KioskId, StationId } from '#contract/ids.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import { advance } from './advance.ts';
import type { ArrivedRow } from './arrived-row.ts';
import { decide, type Decision } from './decide.ts';
import { lookUpKnown } from './known.ts';
import { fileBodies } from './file-bodies.ts';

export interface ArrivedBatch {
  readonly kiosk: KioskId;
  readonly station: StationId;
  /** All of this epoch. */
  readonly epoch: string;
  readonly rows: readonly ArrivedRow[];
  /** The hub's wall time in ms. */
  readonly receivedAt: number;
}

/** Two batches of one kiosk wait for each other; batches of different kiosks touch no row in common. */
export async function keepBatch(database: Database, batch: ArrivedBatch): Promise<BatchReply> {
  return await database.transaction().execute(async (transaction) => {
    await greetKiosk(transaction, batch);
    const decisions = decide(batch.rows, await lookUpKnown(transaction, batch));
    await keepRows(transaction, batch, decisions);
    await setAside(transaction, batch, decisions);
    await fileBodies(transaction, batch, decisions);
    const ackThrough = await advance(transaction, batch);
    return { epoch: batch.epoch, ackThrough, verdicts: decisions.map((decision) => decision.verdict) };
  });
}

/** Notes that the kiosk was heard, which also locks its row until the COMMIT. */
async function greetKiosk(transaction: Transaction<Tables>, batch: ArrivedBatch): Promise<void> {
  const { kiosk, station, receivedAt } = batch;
  await transaction
    .insertInto('kiosk')
    .values({ kiosk_id: kiosk, station, first_seen_at: receivedAt, last_seen_at: receivedAt })
    .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet({ station, last_seen_at: receivedAt }))
    .execute();
}

async function keepRows(
  transaction: Transaction<Tables>,
  batch: ArrivedBatch,
  decisions: readonly Decision[],
): Promise<void> {
  const rows = decisions
    .filter((decision) => decision.takesPlace)
    .map(({ row, outcome, body, refusal }) => ({
      ...placeOf(batch, row),
      record_id: row.id,
      kind: row.kind,
      fingerprint: row.fingerprint,
      chain: row.chain,
      envelope: row.envelope,
      outcome,
      reason: refusal?.reason ?? null,
      body: body && JSON.stringify(row.came),
      received_at: batch.receivedAt,
    }));
  if (rows.length > 0) await transaction.insertInto('record').values(rows).execute();
}

/** Refused rows go to quarantine, and to the alarms when they hint at a second kiosk with the same disk. */
export async function setAside(
  transaction: Transaction<Tables>,
  batch: ArrivedBatch,
  decisions: readonly Decision[],
): Promise<void> {
  for (const { row, refusal, alarming } of decisions) {
    if (refusal === null) continue;
    const place = { ...placeOf(batch, row), fingerprint: row.fingerprint };
    const { code, reason } = refusal;
    await transaction
      .insertInto('quarantine')
      .values({ ...place, record_id: row.id, code, reason, envelope: row.envelope, received_at: batch.receivedAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (!alarming) continue;
    await transaction
      .insertInto('alarm')
      .values({ ...place, code, detail: reason, raised_at: batch.receivedAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function placeOf(batch: ArrivedBatch, row: ArrivedRow): { kiosk_id: string; epoch: string; seq: number } {
  return { kiosk_id: batch.kiosk, epoch: batch.epoch, seq: row.seq };
}
