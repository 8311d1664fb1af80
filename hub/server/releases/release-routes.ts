/** Releases: the manager's tool brings them, kiosks ask for theirs. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#contract/clock.ts';
import {
  PublishRelease,
  ReleaseReport,
  TARGET_LIMIT_BYTES,
  type ReleaseKeyOffer,
  type ReleaseList,
  type ReleaseOffer,
} from '#contract/hub-releases.ts';
import type { Log } from '#contract/log.ts';
import { reading } from '#contract/message.ts';
import type { Database } from '../database/connect.ts';
import { refuse } from '../routes/faults.ts';
import type { HubKeys } from '../sealing/hub-keys.ts';
import { newestRelease, publishRelease, readRelease, readTrust } from './publish-release.ts';
import { readTarget, storeTarget } from './target-store.ts';

export interface ReleaseNeeds {
  readonly database: Database;
  readonly keys: HubKeys;
  readonly clock: Clock;
  readonly log: Log;
}

type TargetAddress = { Params: { sha256: string } };

/** For the staff. */
export function publishRoutes(app: FastifyInstance, { database, keys, clock, log }: ReleaseNeeds): void {
  app.register((files, _options, done) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    files.setErrorHandler((error, _request, reply) => {
      if (error instanceof Error && 'statusCode' in error && error.statusCode === 413)
        return refuse(reply, 'release.tooLarge');
      // Anything else is told by the hub's own way of saying what went wrong.
      throw error;
    });
    files.put<TargetAddress>('/v1/targets/:sha256', { bodyLimit: TARGET_LIMIT_BYTES }, async (request, reply) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!(await storeTarget(database, request.params.sha256, bytes, clock.now())))
        return refuse(reply, 'release.wrongHash');
      return reply.code(204).send();
    });
    done();
  });

  app.post('/v1/releases', async (request, reply) => {
    const asked = PublishRelease.safeParse(request.body);
    if (!asked.success) return refuse(reply, 'release.malformed', asked.error.issues[0]?.path.map(String).join('.'));
    const isOurKey = (keyId: string): boolean => keys.privateKey(keyId) !== null;
    const published = await publishRelease(asked.data, { database, isOurKey, now: clock.now() });
    const { version } = asked.data.metadata.signed;
    if (!published.ok) {
      log('release.refused', { version, reason: published.fault.name });
      return refuse(reply, `release.${published.fault.name}`, published.fault.detail);
    }
    log('release.published', { version });
    return await listReleases(database);
  });

  app.get('/v1/releases', () => listReleases(database));

  app.get<{ Params: { version: string } }>('/v1/releases/:version', async (request, reply) => {
    const { version } = request.params;
    const metadata = /^[1-9]\d{0,8}$/.test(version) ? await readRelease(database, Number(version)) : null;
    return metadata === null ? refuse(reply, 'release.notFound', version) : ({ metadata } satisfies ReleaseOffer);
  });
}

/** Add them where requests are signed. */
export function offerRoutes(app: FastifyInstance, { database, clock }: Pick<ReleaseNeeds, 'database' | 'clock'>): void {
  app.get('/v1/kiosks/:kiosk/release', async (): Promise<ReleaseOffer> => ({
    metadata: await newestRelease(database),
  }));

  app.get('/v1/kiosks/:kiosk/release-key', async (): Promise<ReleaseKeyOffer> => ({ key: await readTrust(database) }));

  app.post<{ Params: { kiosk: string } }>('/v1/kiosks/:kiosk/report', async (request, reply) => {
    const report = reading(ReleaseReport).safeParse(request.body);
    if (!report.success) return refuse(reply, 'request.malformed');
    const said = { ...report.data, reported_at: clock.now() };
    await database
      .insertInto('release_report')
      .values({ kiosk_id: request.params.kiosk, ...said })
      .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(said))
      .execute();
    return reply.code(204).send();
  });

  app.get<TargetAddress>('/v1/targets/:sha256', async (request, reply) => {
    const bytes = await readTarget(database, request.params.sha256);
    if (bytes === null) return refuse(reply, 'release.notFound');
    return reply.type('application/octet-stream').send(bytes);
  });
}

async function listReleases(database: Database): Promise<ReleaseList> {
  const rows = await database
    .selectFrom('release')
    .select(['version', 'published_at', 'targets', 'bytes'])
    .orderBy('version', 'desc')
    .execute();
  const releases = rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at }));
  return { trust: await readTrust(database), releases };
}
