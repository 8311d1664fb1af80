/** Codes and the list of kiosks for the staff, and the one thing an unknown kiosk may ask: to be made known. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#contract/clock.ts';
import { EnrolRequest, NewCode, type EnrolReply } from '#contract/hub-enrolment.ts';
import { KioskId } from '#contract/ids.ts';
import type { Log } from '#contract/log.ts';
import { reading } from '#contract/message.ts';
import type { ReleaseKey } from '#contract/release.ts';
import type { Database } from '../database/connect.ts';
import { refuse } from '../routes/faults.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { forgiveTry, mayTry } from './count-tries.ts';
import { enrolKiosk } from './enrol-kiosk.ts';
import { listKiosks, revokeKiosk } from './list-kiosks.ts';
import { issueCode } from './one-time-code.ts';

export interface EnrolmentNeeds {
  readonly database: Database;
  readonly keys: HubKeys;
  readonly clock: Clock;
  readonly log: Log;
  /** The key the hub takes releases by; null while it knows none. */
  readonly releaseKey: () => Promise<ReleaseKey | null>;
}

export function enrolmentRoutes(app: FastifyInstance, needs: EnrolmentNeeds): void {
  const { database, keys, clock, log } = needs;

  app.post('/v1/enrolment-codes', async (request, reply) => {
    const asked = NewCode.safeParse(request.body);
    if (!asked.success) return refuse(reply, 'enrolment.malformed');
    const issued = await issueCode(database, asked.data.station, clock.now());
    log('enrolment.codeIssued', { station: issued.station });
    return issued;
  });

  app.post('/v1/enrol', async (request, reply) => {
    const now = clock.now();
    if (!(await mayTry(database, request.ip, now))) return refuse(reply, 'enrolment.tooManyTries');
    const asked = reading(EnrolRequest).safeParse(request.body);
    if (!asked.success) return refuse(reply, 'enrolment.malformed');
    const { kiosk, station } = asked.data;
    const enrolled = await enrolKiosk(database, asked.data, now);
    if (!enrolled.ok) {
      log('enrolment.refused', { reason: enrolled.fault, kiosk, station });
      return refuse(reply, enrolled.fault);
    }
    await forgiveTry(database, request.ip, now);
    log('enrolment.done', { kiosk, station });
    const releaseKey = await needs.releaseKey();
    return { keyId: enrolled.value, sealingKey: keys.current, releaseKey, hubTime: now } satisfies EnrolReply;
  });

  app.get('/v1/kiosks', async () => ({ kiosks: await listKiosks(database) }));

  app.post<{ Params: { kiosk: string } }>('/v1/kiosks/:kiosk/revoke', async (request, reply) => {
    const kiosk = KioskId.safeParse(request.params.kiosk);
    if (!kiosk.success || !(await revokeKiosk(database, kiosk.data, clock.now())))
      return refuse(reply, 'kiosk.notListed');
    log('kiosk.revoked', { kiosk: kiosk.data });
    return (await listKiosks(database, kiosk.data))[0] ?? refuse(reply, 'kiosk.notListed');
  });
}
