/** What runs out: how much of it is left and until when it lasts, from what was counted since it was renewed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { DeviceConfig } from '#contract/config.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import { hallDay } from '#contract/hall-time.ts';
import type { LocalText } from '#contract/language.ts';
import { type Forecast, type Supply, SupplyId } from '#contract/technician/supplies.ts';
import type { DeviceTotals } from '#contract/technician/totals.ts';
import { replaceFileDurably } from '../store/write-durably.ts';
import { FORTNIGHT_DAYS, sumSince } from './count-for-people.ts';
import { SUPPLIES, type SupplyKind } from './supplies.table.ts';

const DAY_MS = 86_400_000;

/** When one was renewed, with how much, and what the device had counted by then. */
const Renewals = z.record(
  SupplyId,
  z.strictObject({ at: z.number(), amount: z.number().positive(), countedThen: z.number().nonnegative() }),
);
export type Renewals = Readonly<z.infer<typeof Renewals>>;

export interface KnownDevice {
  readonly config: Pick<DeviceConfig, 'id' | 'model' | 'settings'>;
  readonly status: DeviceStatus;
  readonly totals: DeviceTotals | undefined;
}

export function suppliesOf(devices: readonly KnownDevice[], renewals: Renewals, now: number): Supply[] {
  return devices.flatMap((device) =>
    (SUPPLIES[device.config.model] ?? []).map((kind) => supplyOf(device, kind, renewals, now)),
  );
}

function supplyOf(device: KnownDevice, kind: SupplyKind, renewals: Renewals, now: number): Supply {
  const { config, status, totals } = device;
  const id = SupplyId.parse(`${config.id}/${kind.name}`);
  const renewal = renewals[id];
  const told = toldBy(status, kind);
  const counted = totals === undefined ? 0 : countedBy(totals, kind);
  const reckoned =
    renewal === undefined ? null : Math.max(0, renewal.amount - (counted - renewal.countedThen) / kind.perUnit);
  const measured = measuredBy(status, kind);
  // The sensor at the roll counts more than reckoning: what is out is out.
  const left = told === 'out' ? 0 : (measured ?? reckoned);
  const perDay = totals === undefined || kind.counted === null ? null : usePerDay(totals, kind, now);
  return {
    ...{ id, told, left, perDay },
    device: config.id,
    label: kind.label,
    unit: kind.unit,
    full: kind.full === null ? null : kind.full(config.settings),
    forecast: forecast(left, perDay, kind, now),
    renewedAt: renewal?.at ?? null,
  };
}

function forecast(left: number | null, perDay: number | null, kind: SupplyKind, now: number): Forecast {
  if (left === 0) return { kind: 'lasts', days: 0, until: hallDay(now) };
  if (left === null) return unknown(kind.full === null ? NOT_TOLD : NOT_RENEWED);
  if (perDay === null) return unknown(kind.counted === null ? NOT_COUNTED : TOO_SHORT);
  if (perDay === 0) return unknown(NOT_USED);
  const days = left / perDay;
  // Beyond some years a forecast is no forecast.
  return days > 1_000 ? unknown(NOT_USED) : { kind: 'lasts', days, until: hallDay(now + days * DAY_MS) };
}

/** Whole days only: neither today, which is not over, nor the one on which counting began. Null when there is none. */
function usePerDay({ days, since }: DeviceTotals, { counted, perUnit }: SupplyKind, now: number): number | null {
  const today = hallDay(now);
  const first = hallDay(Math.max(since + DAY_MS, now - FORTNIGHT_DAYS * DAY_MS));
  const whole = Math.round((Date.parse(today) - Date.parse(first)) / DAY_MS);
  if (whole < 1 || counted === null) return null;
  const used = sumSince(days, counted, first) - sumSince(days, counted, today);
  return Math.max(0, used) / whole / perUnit;
}

function countedBy({ total }: DeviceTotals, { counted }: SupplyKind): number {
  return counted === null ? 0 : (total.counted[counted] ?? 0);
}

function toldBy({ values }: DeviceStatus, { value }: SupplyKind): Supply['told'] {
  const told = values[value]?.value;
  if (told === 'low') return 'nearEnd';
  return told === 'ok' || told === 'nearEnd' || told === 'out' ? told : 'unknown';
}

function measuredBy({ values }: DeviceStatus, { percentValue }: SupplyKind): number | null {
  const percent = Number(percentValue === null ? Number.NaN : (values[percentValue]?.value ?? Number.NaN));
  return Number.isFinite(percent) && percent >= 0 && percent <= 100 ? percent : null;
}

function unknown(why: LocalText): Forecast {
  return { kind: 'unknown', why };
}

const NOT_RENEWED: LocalText = {
  'zh-CN': '还没有登记过更换：换新后请按“已换新”。',
  en: 'Nobody said yet when it was renewed: say so with the next one.',
};
const NOT_TOLD: LocalText = { 'zh-CN': '设备没有报告余量。', en: 'The device does not say how much is left.' };
const NOT_COUNTED: LocalText = { 'zh-CN': '用量没有统计。', en: 'What is used of it is not counted.' };
const TOO_SHORT: LocalText = { 'zh-CN': '统计还不满一天。', en: 'Not a whole day was counted yet.' };
const NOT_USED: LocalText = {
  'zh-CN': '最近 14 天几乎没有使用。',
  en: 'It was hardly used in the last 14 days.',
};

/** Empty when there is no file or it can't be understood. */
export function readRenewals(folder: string): Renewals {
  try {
    return Renewals.parse(JSON.parse(readFileSync(renewalsFile(folder), 'utf8')));
  } catch {
    return {};
  }
}

/** Throws the system's error when it can't be kept. `amount` null: as much as a new one holds. */
export function renew(folder: string, supply: Supply, device: KnownDevice, amount: number | null, at: number): void {
  const kind = (SUPPLIES[device.config.model] ?? []).find(({ name }) => supply.id.endsWith(`/${name}`));
  const holds = amount ?? supply.full;
  if (kind === undefined || holds === null) throw new RangeError(supply.id);
  const countedThen = device.totals === undefined ? 0 : countedBy(device.totals, kind);
  const renewals = { ...readRenewals(folder), [supply.id]: { at, amount: holds, countedThen } };
  replaceFileDurably(renewalsFile(folder), `${JSON.stringify(renewals)}\n`);
}

function renewalsFile(folder: string): string {
  return path.join(folder, 'supplies.json');
}
