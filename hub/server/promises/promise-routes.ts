/** What the desk does with the list of broken promises (失信名单): looks, enters, lifts. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CaseNumber } from '#contract/case-number.ts';
import type { Clock } from '#contract/clock.ts';
import { hallDay } from '#contract/hall-time.ts';
import type { Log } from '#contract/log.ts';
import { EnterBrokenPromise, LiftBrokenPromise, type PromiseList } from '#contract/promise-list.ts';
import { plainText } from '../cases/plain-reason.ts';
import type { Database } from '../database/connect.ts';
import { refuse } from '../routes/faults.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { enterPromise, liftPromise } from './enter-promise.ts';
import { listPromises } from './list-promises.ts';

/** There are no accounts yet: whoever sits at this machine is the desk. */
const WHO = 'desk';

const Query = z.strictObject({ caseNumber: CaseNumber.optional() });
/** Reasons as they may be kept; nothing may be left of one that only steered a screen. */
const Enter = z.preprocess(plainly, EnterBrokenPromise);
const Lift = z.preprocess(plainly, LiftBrokenPromise);

export interface PromiseRouteNeeds {
  readonly database: Database;
  readonly keys: HubKeys;
  readonly clock: Clock;
  readonly log: Log;
}

export function promiseRoutes(app: FastifyInstance, { database, keys, clock, log }: PromiseRouteNeeds): void {
  app.get('/v1/broken-promises', async (request, reply) => {
    const query = Query.safeParse(request.query);
    if (!query.success) return refuse(reply, 'case.notANumber');
    const { caseNumber } = query.data;
    const promises = await listPromises(database, caseNumber === undefined ? {} : { caseNumber });
    return { promises: [...promises] } satisfies z.input<typeof PromiseList>;
  });

  app.post('/v1/broken-promises', async (request, reply) => {
    const entry = Enter.safeParse(request.body);
    const now = clock.now();
    if (!entry.success) return refuse(reply, 'promise.malformed');
    if (entry.data.until !== null && entry.data.until < hallDay(now)) return refuse(reply, 'promise.malformed');
    const entered = await enterPromise(database, keys, entry.data, { who: WHO, at: now });
    if (!entered.ok) return refuse(reply, entered.fault);
    log('promise.broken', { caseNumber: entry.data.caseNumber });
    return entered.value;
  });

  app.post<{ Params: { id: string } }>('/v1/broken-promises/:id/lift', async (request, reply) => {
    const id = z.uuid().safeParse(request.params.id);
    const asked = Lift.safeParse(request.body);
    if (!id.success) return refuse(reply, 'promise.unknown');
    if (!asked.success) return refuse(reply, 'promise.malformed');
    const lifted = await liftPromise(database, id.data, asked.data.reason, { who: WHO, at: clock.now() });
    if (!lifted.ok) return refuse(reply, lifted.fault);
    log('promise.lifted', { caseNumber: lifted.value.caseNumber });
    return lifted.value;
  });
}

function plainly(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('reason' in body) || typeof body.reason !== 'string') return body;
  return { ...body, reason: plainText(body.reason) };
}
