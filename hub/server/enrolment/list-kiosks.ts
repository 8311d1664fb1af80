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
    .$if(only !== null, (query) => query.where('device_key.kiosk_id', '=', only ?? ''))
    // The newest key speaks for the kiosk; one that is not revoked before one that is.
    .orderBy('device_key.kiosk_id')
    .orderBy((from) => from('revoked_at', 'is', null), 'desc')
    .orderBy('enrolled_at', 'desc')
    .execute();
  const releases = await lastReleases(database, only);
  return keys
    .map((key) =>
      KioskRow.parse({
        kiosk: key.kiosk_id,
        station: key.station,
        enrolledAt: key.enrolled_at,
        lastSeenAt: key.last_seen_at,
        revokedAt: key.revoked_at,
        release: releases.get(key.kiosk_id) ?? null,
        alarms: key.alarms ?? 0,
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

/** The release of each kiosk's newest case: what it really ran, and not what it was offered. */
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
