/**
 * The hub's door. There are no accounts yet, so staff are whoever sits at this machine: the hub binds to loopback, refuses
 * any other Host (a page elsewhere can point its own name at 127.0.0.1) and any foreign Origin, and sends no CORS headers.
 * Opened to the network it answers kiosks on other machines as well, whose requests are signed, and nobody else there.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './faults.ts';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;
const LOOPBACK_ADDRESS = /^(127\.0\.0\.1|localhost|::1)$/;
/** Where a request came from, as Node says it; IPv4 may come in the clothes of IPv6. */
const THIS_MACHINE = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** All that a kiosk ever asks. Anything that is not here is for staff. */
const FOR_KIOSKS: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/v1\/(health|sealing-key)$/],
  ['POST', /^\/v1\/enrol$/],
  ['POST', /^\/v1\/kiosks\/[^/?]+\/(batches|lookups|report)$/],
  ['GET', /^\/v1\/kiosks\/[^/?]+\/release(-key)?$/],
  ['GET', /^\/v1\/targets\/[^/?]+$/],
];

/** Listening there, only this machine is heard. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_ADDRESS.test(host);
}

/** Throws with words when `host` is more than this machine. */
export function assertLoopback(host: string): void {
  if (isLoopback(host)) return;
  throw new Error(
    `the hub has no accounts yet and listens on this machine only, not on "${host}": use 127.0.0.1, ` +
      'or --network, which lets kiosks on other machines in and still no staff',
  );
}

/** `network`: signed requests of kiosks come from elsewhere too. */
export function guardDoor(app: FastifyInstance, network: boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? '';
    const origin = request.headers.origin;
    const asStaff = isAtThisMachine(request);
    // No browser speaks for a kiosk: what comes with an Origin comes from a page.
    const asKiosk = network && origin === undefined && isForKiosks(request);
    const here = asStaff && (origin === undefined || origin === `http://${host}`);
    if (!here && !asKiosk) return refuse(reply, 'door.closed');
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

/** Staff, until there are accounts. */
export function isAtThisMachine({ headers, socket }: FastifyRequest): boolean {
  return LOOPBACK_HOST.test(headers.host ?? '') && THIS_MACHINE.test(socket.remoteAddress ?? '');
}

function isForKiosks({ method, url }: FastifyRequest): boolean {
  return FOR_KIOSKS.some(([allowed, path]) => method === allowed && path.test(url));
}
