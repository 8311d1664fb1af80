/** Puts the hub's routes together, with one way of saying what went wrong. */
import Fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '#contract/log.ts';
import { enrolmentRoutes } from './enrolment/enrolment-routes.ts';
import { readTrust } from './releases/publish-release.ts';
import { promiseRoutes } from './promises/promise-routes.ts';
import { offerRoutes, publishRoutes } from './releases/release-routes.ts';
import { consolePages, unknownPages } from './routes/console-pages.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { lookupRoutes, type LookupRouteNeeds } from './routes/lookup-routes.ts';
import { guardDoor } from './routes/door.ts';
import { refuse, type HubFaultCode } from './routes/faults.ts';
import { verifyRoutes } from './papers/verify-routes.ts';
import { kioskRoutes, type KioskRouteNeeds } from './routes/kiosk-routes.ts';
import { signedRoutes } from './signatures/signed-routes.ts';

/** 64 rows of some 3 KB, or the few pages of paper that a kiosk sends at once; a larger row has no business in a batch. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** A page of paper of 1 MB as it travels, over the weakest line that a kiosk waits for (4 KB a second). */
const REQUEST_LIMIT_MS = 300_000;

export function buildApp(
  needs: KioskRouteNeeds & LookupRouteNeeds & { readonly consoleFolder: string | null; readonly network: boolean },
): FastifyInstance {
  const app = Fastify({ bodyLimit: BODY_LIMIT, logger: false, requestTimeout: REQUEST_LIMIT_MS });
  // Only JSON: a page elsewhere may send text/plain without asking, JSON it may not.
  app.removeContentTypeParser('text/plain');
  guardDoor(app, needs.network);
  // Kiosks whose own clock is wrong go by this.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('date', new Date(needs.clock.now()).toUTCString());
  });
  answerErrors(app, needs.log);
  app.get('/v1/sealing-key', () => needs.keys.current);
  enrolmentRoutes(app, { ...needs, releaseKey: () => readTrust(needs.database) });
  publishRoutes(app, needs);
  signedRoutes(app, needs, (kiosks) => {
    kioskRoutes(kiosks, needs);
    lookupRoutes(kiosks, needs);
    offerRoutes(kiosks, needs);
  });
  deskRoutes(app, needs);
  verifyRoutes(app, needs);
  promiseRoutes(app, needs);
  if (needs.consoleFolder !== null) consolePages(app, needs.consoleFolder);
  unknownPages(app);
  return app;
}

function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, _request, reply) => {
    const code = faultOf(error);
    // The type only: a database error's text may quote a row.
    if (code === 'hub.internal')
      log('hub.failed', { error: error instanceof Error ? error.name : 'unknown', code: codeOf(error) });
    return refuse(reply, code);
  });
}

function faultOf(error: unknown): HubFaultCode {
  if (!(error instanceof Error) || !('statusCode' in error)) return 'hub.internal';
  if (error.statusCode === 413) return 'request.tooLarge';
  if (error.statusCode === 415) return 'request.wrongType';
  return typeof error.statusCode === 'number' && error.statusCode < 500 ? 'request.malformed' : 'hub.internal';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'none';
}
