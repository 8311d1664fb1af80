/** Moves the acknowledgement over every row that follows without a gap, checking the hash chain on the way. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { CHAIN_START, chainContent } from '#contract/record.ts';
import type { Tables } from '../database/tables.ts';
import type { ArrivedBatch } from './keep-batch.ts';

/** After a gap of more rows than this is closed, the rest follows with the next batch. */
const ROWS_AT_ONCE = 5_000;

/** Returns the `seq` up to which nothing is missing. A broken chain raises an alarm; the rows stay kept. */
export async function advance(transaction: Transaction<Tables>, batch: ArrivedBatch): Promise<number> {
  const key = { kiosk_id: batch.kiosk, epoch: batch.epoch };
  const known = await transaction
    .selectFrom('epoch')
    .select(['ack_through', 'ack_chain'])
    .where('kiosk_id', '=', key.kiosk_id)
    .where('epoch', '=', key.epoch)
    .executeTakeFirst();
  let through = known?.ack_through ?? 0;
  let chain = known ? known.ack_chain : CHAIN_START;
  const waiting = await transaction
    .selectFrom('record')
    .select(['seq', 'fingerprint', 'chain', 'outcome'])
    .where('kiosk_id', '=', key.kiosk_id)
    .where('epoch', '=', key.epoch)
    .where('seq', '>', through)
    .orderBy('seq')
    .limit(ROWS_AT_ONCE)
    .execute();
  for (const row of waiting) {
    if (row.seq !== through + 1) break;
    // A refused row lies in quarantine already: that it doesn't fit says nothing new.
    const trusted = row.outcome !== 'quarantined' && row.chain !== null;
    if (trusted && chain !== null && row.chain !== next(chain, row.fingerprint)) {
      const detail = 'the hash chain breaks here: rows before this one were changed or replaced on the kiosk';
      await transaction
        .insertInto('alarm')
        .values({
          ...key,
          seq: row.seq,
          code: 'chainBroken',
          fingerprint: row.fingerprint,
          detail,
          raised_at: batch.receivedAt,
        })
        .execute();
    }
    through = row.seq;
    chain = row.chain;
  }
  await transaction
    .insertInto('epoch')
    .values({ ...key, ack_through: through, ack_chain: chain })
    .onConflict((conflict) =>
      conflict.columns(['kiosk_id', 'epoch']).doUpdateSet({ ack_through: through, ack_chain: chain }),
    )
    .execute();
  return through;
}

function next(chain: string, hash: string): string {
  return createHash('sha256').update(chainContent(chain, hash)).digest('hex');
}
