/** What a citizen may ask at a kiosk: how my cases stand, what others keep of me, and whether my word is taken. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#contract/clock.ts';
import { hallDay } from '#contract/hall-time.ts';
import { KioskId } from '#contract/ids.ts';
import { Lookup, type LookupReply } from '#contract/lookup.ts';
import type { Log } from '#contract/log.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { progressOf } from '../cases/progress-of.ts';
import type { ConnectorFault } from '../connectors/connector.ts';
import type { Connectors } from '../connectors/open-connectors.ts';
import type { Database } from '../database/connect.ts';
import { mayAskAbout } from '../lookups/may-ask-about.ts';
import { barredFrom } from '../promises/barred.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { refuse } from './faults.ts';

export interface LookupRouteNeeds {
  readonly database: Database;
  readonly keys: HubKeys;
  readonly connectors: Connectors;
  readonly clock: Clock;
  readonly log: Log;
}

type LookupFailure = ConnectorFault | { readonly code: 'notConnected'; readonly at?: string };

/** Add them where requests are signed. Nothing of a question or an answer is logged: both are a citizen's. */
export function lookupRoutes(app: FastifyInstance, needs: LookupRouteNeeds): void {
  app.post<{ Params: { kiosk: string } }>('/v1/kiosks/:kiosk/lookups', async (request, reply) => {
    const kiosk = KioskId.safeParse(request.params.kiosk);
    const lookup = Lookup.safeParse(request.body);
    if (!kiosk.success || !lookup.success) return refuse(reply, 'lookup.malformed');
    const person = needs.keys.markPerson(lookup.data.idNumber);
    if (!(await mayAskAbout(needs.database, kiosk.data, person, needs.clock.now()))) {
      needs.log('lookup.tooMany', { kiosk: kiosk.data });
      return refuse(reply, 'lookup.tooMany');
    }
    const answer = await find(lookup.data, person, needs);
    const asked = { kiosk: kiosk.data, ...nameOf(lookup.data) };
    if (answer.ok) needs.log('lookup.ended', { ...asked, ended: 'answered' });
    else needs.log('lookup.ended', { ...asked, ended: answer.fault.code, at: answer.fault.at ?? '' });
    return answer.ok ? answer.value : refuse(reply, 'hub.refused');
  });
}

function nameOf(lookup: Lookup): { readonly lookup: string; readonly source?: string } {
  return lookup.lookup === 'source' ? { lookup: 'source', source: lookup.source } : { lookup: lookup.lookup };
}

async function find(
  lookup: Lookup,
  person: string,
  { database, connectors, clock }: LookupRouteNeeds,
): Promise<Result<LookupReply, LookupFailure>> {
  switch (lookup.lookup) {
    case 'progress': {
      return ok({ lookup: 'progress', cases: await progressOf(database, person) });
    }
    case 'source': {
      const { source, connector } = lookup;
      const found = await connectors.get(connector)?.find(lookup);
      if (found === undefined) return fail({ code: 'notConnected', at: connector });
      return found.ok ? ok({ lookup: 'source', source, found: found.value }) : found;
    }
    case 'promiseList': {
      const barred = await barredFrom(database, { person, about: lookup.about, today: hallDay(clock.now()) });
      return ok({ lookup: 'promiseList', barred });
    }
  }
}
