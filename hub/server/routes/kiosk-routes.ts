/** What kiosks ask of the hub, signed: keep these rows. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import { Batch, BATCH_LIMIT } from '#contract/hub-api.ts';
import type { Log } from '#contract/log.ts';
import { reading } from '#contract/message.ts';
import type { Database } from '../database/connect.ts';
import { issuesInWords } from '../ingest/issues-in-words.ts';
import { keepBatch } from '../ingest/keep-batch.ts';
import { readRow, RowPlace } from '../ingest/read-row.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { refuse } from './faults.ts';

/** A batch whose rows may each be wrong: one bad row must not hold up the others. */
const LooseBatch = reading(Batch.extend({ rows: z.array(RowPlace).min(1).max(BATCH_LIMIT) }));

export interface KioskRouteNeeds {
  readonly database: Database;
  readonly keys: HubKeys;
  readonly clock: Clock;
  readonly log: Log;
}

export function kioskRoutes(app: FastifyInstance, { database, keys, clock, log }: KioskRouteNeeds): void {
  app.post<{ Params: { kiosk: string } }>('/v1/kiosks/:kiosk/batches', async (request, reply) => {
    const parsed = LooseBatch.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'batch.malformed', issuesInWords(parsed.error));
    const { kiosk, station, rows } = parsed.data;
    if (kiosk !== request.params.kiosk) return refuse(reply, 'batch.otherKiosk');
    const epoch = rows[0]?.epoch;
    if (epoch === undefined) return refuse(reply, 'batch.malformed');
    // One answer speaks of one epoch; rows of a later one get no verdict and come again with the next batch.
    const ofEpoch = rows.filter((row) => row.epoch === epoch);
    const arrived = await Promise.all(ofEpoch.map((row) => readRow(keys, kiosk, row)));
    const answer = await keepBatch(database, { kiosk, station, epoch, rows: arrived, receivedAt: clock.now() });
    log('batch.kept', { kiosk, epoch, rows: arrived.length, ackThrough: answer.ackThrough });
    return answer;
  });
}
