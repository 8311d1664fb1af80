/** Where staff ask whether a printed proof is real; like all that is for staff, only at this machine. */
import type { FastifyInstance } from 'fastify';
import type { VerifyReply } from '#contract/paper-record.ts';
import { readVerifyCode } from '#contract/verify-code.ts';
import type { Database } from '../database/connect.ts';
import { refuse } from '../routes/faults.ts';
import { findPapers } from './find-paper.ts';

export function verifyRoutes(app: FastifyInstance, { database }: { readonly database: Database }): void {
  app.get<{ Params: { code: string } }>('/v1/verify/:code', async (request, reply) => {
    const code = readVerifyCode(request.params.code);
    if (code === null) return refuse(reply, 'paper.notACode');
    const papers = await findPapers(database, code);
    return papers.length === 0 ? refuse(reply, 'paper.unknown') : ({ papers } satisfies VerifyReply);
  });
}
