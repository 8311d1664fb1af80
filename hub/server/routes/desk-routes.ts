/** What the case desk asks of the hub: the cases, one case, what to do with it, and whether all is well. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CaseNumber } from '#contract/case-number.ts';
import type { Clock } from '#contract/clock.ts';
import { CaseState } from '#contract/hub-api.ts';
import { RecordId } from '#contract/ids.ts';
import { DeskAction } from '#contract/hub-desk.ts';
import type { Log } from '#contract/log.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import { pictureOf } from '../cases/case-pages.ts';
import { plainReason } from '../cases/plain-reason.ts';
import { listCases } from '../cases/list-cases.ts';
import { listOwed } from '../cases/owed-papers.ts';
import { findCase } from '../cases/find-case.ts';
import type { Database } from '../database/connect.ts';
import { readHealth, readLife } from '../cases/health.ts';
import { isAtThisMachine } from './door.ts';
import { refuse } from './faults.ts';

/** There are no accounts yet: whoever sits at this machine is the desk. */
const WHO = 'desk';

const ListQuery = z.object({
  after: z.string().max(300).default(''),
  search: z.string().max(100).default(''),
  state: CaseState.optional(),
});

interface OfCase {
  Params: { caseNumber: string };
}

export interface DeskRouteNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

export function deskRoutes(app: FastifyInstance, { database, clock, log }: DeskRouteNeeds): void {
  // What others may ask as often as they like tells nothing and counts nothing.
  app.get('/v1/health', (request) => (isAtThisMachine(request) ? readHealth(database) : readLife(database)));

  app.get('/v1/cases', async (request, reply) => {
    const query = ListQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 'request.malformed');
    const { after, search, state } = query.data;
    const list = await listCases(database, { after: after || null, search, state: state ?? null });
    return list.ok ? list.value : refuse(reply, 'cases.badCursor');
  });

  app.get('/v1/owed-papers', () => listOwed(database));

  app.get<OfCase>('/v1/cases/:caseNumber', async (request, reply) => {
    const caseNumber = CaseNumber.safeParse(request.params.caseNumber);
    if (!caseNumber.success) return refuse(reply, 'case.notANumber');
    return (await findCase(database, caseNumber.data)) ?? refuse(reply, 'case.unknown');
  });

  app.get<{ Params: { caseNumber: string; page: string } }>(
    '/v1/cases/:caseNumber/pages/:page',
    async (request, reply) => {
      const caseNumber = CaseNumber.safeParse(request.params.caseNumber);
      const page = RecordId.safeParse(request.params.page);
      if (!caseNumber.success || !page.success) return refuse(reply, 'case.notANumber');
      const picture = await pictureOf(database, caseNumber.data, page.data);
      if (picture === null) return refuse(reply, 'case.unknown');
      // Whatever the bytes are, they are shown as a picture and as nothing else, and nobody keeps them.
      return reply
        .headers({
          'content-type': 'image/jpeg',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'no-store',
        })
        .send(picture);
    },
  );

  /** Answers with the case as it is then. */
  app.post<OfCase>('/v1/cases/:caseNumber/actions', async (request, reply) => {
    const caseNumber = CaseNumber.safeParse(request.params.caseNumber);
    if (!caseNumber.success) return refuse(reply, 'case.notANumber');
    const parsed = DeskAction.safeParse(request.body);
    const action = parsed.success ? plainReason(parsed.data) : null;
    if (action === null) return refuse(reply, 'action.malformed');
    const done = await actOnCase(database, caseNumber.data, { action, who: WHO, at: clock.now() });
    if (done.ok) {
      log('case.acted', { caseNumber: caseNumber.data, action: action.kind, done: done.value });
      return (await findCase(database, caseNumber.data)) ?? refuse(reply, 'case.unknown');
    }
    if (done.fault.code !== 'case.wrongState') return refuse(reply, done.fault.code);
    const { is, from } = done.fault;
    return refuse(reply, 'case.wrongState', `It is ${is}; to ${action.kind} it, it must be ${from.join(' or ')}.`);
  });
}
