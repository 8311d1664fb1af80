/**
 * The hub's door. There are no accounts yet, so the hub answers this machine only: it binds to loopback, refuses any
 * other Host (a page elsewhere can point its own name at 127.0.0.1) and any foreign Origin, and sends no CORS headers.
 */
import type { FastifyInstance } from 'fastify';
import { refuse } from './faults.ts';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;
const LOOPBACK_ADDRESS = /^(127\.0\.0\.1|localhost|::1)$/;

/** Throws with words when `host` is more than this machine. */
export function assertLoopback(host: string): void {
  if (!LOOPBACK_ADDRESS.test(host))
    throw new Error(`the hub has no accounts yet and listens on this machine only, not on "${host}": use 127.0.0.1`);
}

export function guardDoor(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? '';
    const origin = request.headers.origin;
    if (!LOOPBACK_HOST.test(host) || (origin !== undefined && origin !== `http://${host}`))
      return refuse(reply, 'door.closed');
    reply.headers({
      'content-security-policy':
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store');
    return undefined;
  });
}
