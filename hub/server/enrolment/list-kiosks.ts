/** The kiosks the hub knows, and how it stops knowing one. */
import { z } from 'zod';
import { KioskRow } from '#contract/hub-enrolment.ts';
import type { Database } from '../database/connect.ts';

const RunningRelease = z.object({ release: z.number().int() });

/** By station, then by the day they were enrolled; `only` one kiosk, or all. */
export async function listKiosks(database: Database, only: string | null = null): Promise<KioskRow[]> {
  const keys = await database
    .selectFrom('device_key')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'device_key.kiosk_id')
    .distinctOn('device_key.kiosk_id')
    .select(['device_key.kiosk_id', 'device_key.station', 'enrolled_at', 'revoked_at', 'last_seen_at'])
    .select((from) =>
      from
        .selectFrom('alarm')
        .whereRef('alarm.kiosk_id', '=', 'kiosk.kiosk_id')
        .select(from.fn.countAll<number>().as('n'))
        .as('alarms'),
    )
    .select((from) =>
      from
        .selectFrom('quarantine')
        .whereRef('quarantine.kiosk_id', '=', 'kiosk.kiosk_id')
        .select(from.fn.countAll<number>().as('n'))
        .as('set_aside'),
    )
    .leftJoin('release_report', 'release_report.kiosk_id', 'kiosk.kiosk_id')
    .select(['release_report.release', 'release_report.refused'])
    .$if(only !== null, (query) => query.where('device_key.kiosk_id', '=', only ?? ''))
    // The newest key speaks for the kiosk; one that is not revoked before one that is.
    .orderBy('device_key.kiosk_id')
    .orderBy((from) => from('revoked_at', 'is', null), 'desc')
    .orderBy('enrolled_at', 'desc')
    .execute();
  const [releases, troubles] = await Promise.all([lastReleases(database, only), troublesOf(database, only)]);
  return keys
    .map((key) =>
      KioskRow.parse({
        kiosk: key.kiosk_id,
        station: key.station,
        enrolledAt: key.enrolled_at,
        lastSeenAt: key.last_seen_at,
        revokedAt: key.revoked_at,
        release: key.release ?? releases.get(key.kiosk_id) ?? null,
        refused: key.refused,
        alarms: key.alarms ?? 0,
        setAside: key.set_aside ?? 0,
        troubles: troubles.get(key.kiosk_id) ?? [],
      }),
    )
    .toSorted((one, other) => one.station.localeCompare(other.station) || one.enrolledAt - other.enrolledAt);
}

/** False when the hub has no such kiosk. */
export async function revokeKiosk(database: Database, kiosk: string, now: number): Promise<boolean> {
  await database
    .updateTable('device_key')
    .set({ revoked_at: now })
    .where('kiosk_id', '=', kiosk)
    .where('revoked_at', 'is', null)
    .execute();
  const known = await database
    .selectFrom('device_key')
    .select('kiosk_id')
    .where('kiosk_id', '=', kiosk)
    .executeTakeFirst();
  return known !== undefined;
}

/** The release of each kiosk's newest case, for a kiosk that never said what it runs. */
async function lastReleases(database: Database, only: string | null): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('case_file')
    .distinctOn('kiosk_id')
    .select(['kiosk_id', 'record'])
    .$if(only !== null, (query) => query.where('kiosk_id', '=', only ?? ''))
    .orderBy('kiosk_id')
    .orderBy('received_at', 'desc')
    .orderBy('submitted_at', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ kiosk_id, record }) => {
      const read = RunningRelease.safeParse(record);
      return read.success ? [[kiosk_id, read.data.release] as const] : [];
    }),
  );
}

/** Each name once for a kiosk, with the last time it came; rows laid aside and alarms alike. */
async function troublesOf(
  database: Database,
  only: string | null,
): Promise<ReadonlyMap<string, { code: string; at: number }[]>> {
  const named = await Promise.all([
    database
      .selectFrom('alarm')
      .$if(only !== null, (query) => query.where('kiosk_id', '=', only ?? ''))
      .groupBy(['kiosk_id', 'code'])
      .select((from) => ['kiosk_id', 'code', from.fn.max('raised_at').as('at')])
      .execute(),
    database
      .selectFrom('quarantine')
      .$if(only !== null, (query) => query.where('kiosk_id', '=', only ?? ''))
      .groupBy(['kiosk_id', 'code'])
      .select((from) => ['kiosk_id', 'code', from.fn.max('received_at').as('at')])
      .execute(),
  ]);
  const found = new Map<string, { code: string; at: number }[]>();
  for (const { kiosk_id, code, at } of named.flat().toSorted((one, other) => other.at - one.at)) {
    const known = found.get(kiosk_id) ?? [];
    if (!known.some((trouble) => trouble.code === code)) known.push({ code, at });
    found.set(kiosk_id, known);
  }
  return found;
}
