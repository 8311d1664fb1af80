/** Keeps what the devices have done over all starts: asks the device host now and then, and writes the sums to a file. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import type { DeviceStatistics } from '#contract/devices/statistics.ts';
import { hallDay } from '#contract/hall-time.ts';
import type { Day, DeviceId } from '#contract/ids.ts';
import { parseJson } from '#contract/json.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { DeviceTotals } from '#contract/technician/totals.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import { isNothing, minus, NOTHING, plus, sumsOf } from './sums.ts';

export interface TotalsOptions {
  readonly folder: string;
  readonly devices: Pick<ServiceableDeviceHost, 'statistics' | 'pid'>;
  readonly ids: readonly DeviceId[];
  readonly clock: Clock;
  readonly log: Log;
}

export interface TotalsBook {
  /** As of now; as of the last look where no device host answers. */
  read(): Promise<readonly DeviceTotals[]>;
  close(): Promise<void>;
}

/** What a kill -9 may cost. */
const LOOK_EVERY_MS = 5 * 60_000;
const KEEP_DAYS = 90;

const TotalsFile = z.strictObject({ devices: z.array(DeviceTotals) });

export async function keepTotals({ folder, devices, ids, clock, log }: TotalsOptions): Promise<TotalsBook> {
  const file = totalsFile(folder);
  const kept = await readTotals(folder);
  let totals = new Map(ids.map((id) => [id, kept.find(({ device }) => device === id) ?? beginning(id, clock.now())]));
  /** What was read last, and of which device host. */
  let seen: { readonly pid: number; readonly statistics: Readonly<Record<string, DeviceStatistics>> } | null = null;
  let stopTimer = (): void => {};
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<void> => {
    const { pid } = devices;
    const told = await devices.statistics();
    if (!told.ok) return;
    const day = hallDay(clock.now());
    let changed = false;
    totals = new Map(
      [...totals].map(([id, before]) => {
        const now = told.value[id];
        if (now === undefined) return [id, before];
        const last = seen?.pid === pid ? seen.statistics[id] : undefined;
        const done = minus(sumsOf(now), last === undefined ? NOTHING : sumsOf(last));
        if (isNothing(done)) return [id, before];
        changed = true;
        return [id, added(before, done, now, day, clock.now())];
      }),
    );
    seen = { pid, statistics: told.value };
    if (changed) await write();
  };
  const write = async (): Promise<void> => {
    try {
      await writeFile(`${file}.new`, JSON.stringify({ devices: [...totals.values()] }), { mode: 0o600 });
      await rename(`${file}.new`, file);
    } catch (error) {
      log('statistics.notKept', { error: nameOfError(error) });
    }
  };
  const inTurn = (): Promise<void> => {
    const turn = tail.then(look);
    tail = turn.catch(() => {});
    return turn;
  };
  const plan = (): void => {
    stopTimer = clock.after(LOOK_EVERY_MS, () => void inTurn().finally(() => closed || plan()));
  };
  plan();
  return {
    async read() {
      await inTurn();
      return [...totals.values()];
    },
    async close() {
      closed = true;
      stopTimer();
      await inTurn();
    },
  };
}

/** Empty when there is no file or it can't be understood: counting begins anew, and says since when. */
export async function readTotals(folder: string): Promise<readonly DeviceTotals[]> {
  const text = await readFile(totalsFile(folder), 'utf8').catch(() => '');
  return TotalsFile.safeParse(parseJson(text)).data?.devices ?? [];
}

function beginning(device: DeviceId, since: number): DeviceTotals {
  return { device, since, total: NOTHING, pace: null, days: [] };
}

function added(
  { device, since, total, pace, days }: DeviceTotals,
  done: DeviceTotals['total'],
  { meanMs, p99Ms }: DeviceStatistics,
  day: Day,
  at: number,
): DeviceTotals {
  const [newest, ...older] = days;
  const today = newest?.day === day ? { day, sums: plus(newest.sums, done) } : { day, sums: done };
  return {
    device,
    since,
    total: plus(total, done),
    pace: meanMs === null || p99Ms === null ? pace : { meanMs, p99Ms, at },
    days: [today, ...(newest?.day === day ? older : days)].slice(0, KEEP_DAYS),
  };
}

function totalsFile(folder: string): string {
  return path.join(folder, 'statistics.json');
}
