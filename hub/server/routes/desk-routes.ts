/** What the case desk asks of the hub: the cases, one case, and whether all is well. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CaseNumber } from '#contract/case-number.ts';
import { listCases } from '../cases/list-cases.ts';
import { findCase } from '../cases/find-case.ts';
import type { Database } from '../database/connect.ts';
import { readHealth } from '../cases/health.ts';
import { refuse } from './faults.ts';

const ListQuery = z.object({ after: z.string().max(300).default(''), search: z.string().max(100).default('') });

export function deskRoutes(app: FastifyInstance, database: Database): void {
  app.get('/v1/health', () => readHealth(database));

  app.get('/v1/cases', async (request, reply) => {
    const query = ListQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 'request.malformed');
    const { after, search } = query.data;
    const list = await listCases(database, { after: after || null, search });
    return list.ok ? list.value : refuse(reply, 'cases.badCursor');
  });

  app.get<{ Params: { caseNumber: string } }>('/v1/cases/:caseNumber', async (request, reply) => {
    const caseNumber = CaseNumber.safeParse(request.params.caseNumber);
    if (!caseNumber.success) return refuse(reply, 'case.notANumber');
    return (await findCase(database, caseNumber.data)) ?? refuse(reply, 'case.unknown');
  });
}
