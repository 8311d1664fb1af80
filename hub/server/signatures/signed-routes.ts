/** Routes that only kiosks may use: the signature is proven over the raw bytes before anything of a body is read. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#contract/clock.ts';
import type { Log } from '#contract/log.ts';
import type { Database } from '../database/connect.ts';
import { refuse } from '../routes/faults.ts';
import { verifyKiosk } from './verify-kiosk.ts';

export interface SignedRouteNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** Every route added by `add` is signed. A `:kiosk` in its address is the kiosk that signed. */
export function signedRoutes(
  app: FastifyInstance,
  { database, clock, log }: SignedRouteNeeds,
  add: (kiosks: FastifyInstance) => void,
): void {
  app.register((kiosks, _options, done) => {
    kiosks.removeContentTypeParser('application/json');
    kiosks.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    kiosks.addHook('preHandler', async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { method, url, headers } = request.raw;
      const named = (request.params as { readonly kiosk?: string }).kiosk ?? null;
      const raw = { method: method ?? '', url: url ?? '', headers, body };
      const proven = await verifyKiosk(database, raw, named, clock.now());
      if (!proven.ok) {
        log('kiosk.refused', { reason: proven.fault, ...(named !== null && { kiosk: named }) });
        return refuse(reply, proven.fault, undefined, proven.fault === 'signature.old' ? clock.now() : undefined);
      }
      if (body.length === 0) return undefined;
      const json = parseJson(body);
      if (json === undefined) return refuse(reply, 'request.malformed');
      request.body = json;
      return undefined;
    });
    add(kiosks);
    done();
  });
}

/** Undefined for what is not UTF-8 JSON. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
