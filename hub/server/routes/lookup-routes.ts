/** What a citizen may ask at a kiosk: how my cases stand, and what others keep of me. */
import type { FastifyInstance } from 'fastify';
import { KioskId } from '#contract/ids.ts';
import { type BirthCertificate, Lookup, type LookupReply } from '#contract/lookup.ts';
import type { Log } from '#contract/log.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { progressOf } from '../cases/progress-of.ts';
import type { ConnectorFault } from '../connectors/birth-certificates.ts';
import type { Connectors } from '../connectors/open-connectors.ts';
import type { Database } from '../database/connect.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { refuse } from './faults.ts';

export interface LookupRouteNeeds {
  readonly database: Database;
  readonly keys: HubKeys;
  readonly connectors: Connectors;
  readonly log: Log;
}

/** Add them where requests are signed. Nothing of a question or an answer is logged: both are a citizen's. */
export function lookupRoutes(app: FastifyInstance, needs: LookupRouteNeeds): void {
  app.post<{ Params: { kiosk: string } }>('/v1/kiosks/:kiosk/lookups', async (request, reply) => {
    const kiosk = KioskId.safeParse(request.params.kiosk);
    const lookup = Lookup.safeParse(request.body);
    if (!kiosk.success || !lookup.success) return refuse(reply, 'lookup.malformed');
    const answer = await find(lookup.data, needs);
    const ended = answer.ok ? 'answered' : answer.fault;
    needs.log('lookup.ended', { kiosk: kiosk.data, lookup: lookup.data.lookup, ended });
    return answer.ok ? answer.value : refuse(reply, 'hub.refused');
  });
}

async function find(
  lookup: Lookup,
  { database, keys, connectors }: LookupRouteNeeds,
): Promise<Result<LookupReply, ConnectorFault | 'notConnected'>> {
  switch (lookup.lookup) {
    case 'progress': {
      const cases = await progressOf(database, keys.markPerson(lookup.idNumber));
      return ok({ lookup: 'progress', cases });
    }
    case 'birthCertificate': {
      if (connectors.birthCertificates === null) return fail('notConnected');
      const found = await connectors.birthCertificates.find(lookup.number, lookup.idNumber);
      if (!found.ok) return found;
      return ok({ lookup: 'birthCertificate', certificate: ofThisCitizen(found.value, lookup) });
    }
  }
}

/** Whoever keeps it may answer more than was asked: neither another number nor another mother's child leaves the hub. */
function ofThisCitizen(
  certificate: BirthCertificate | null,
  asked: { readonly number: string; readonly idNumber: string },
): BirthCertificate | null {
  if (certificate === null) return null;
  const isMother = sameText(certificate.motherIdNumber, asked.idNumber);
  return isMother && sameText(certificate.number, asked.number) ? certificate : null;
}

function sameText(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
