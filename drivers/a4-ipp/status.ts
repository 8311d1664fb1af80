/** What an IPP printer says of itself and of a job, as what it means. Pages: RFC 8011 5.4.11, 5.4.12, 5.3.7, 5.3.8. */
import type { Paper } from '#contract/devices/printer.ts';
import type { DeviceState } from '#contract/devices/status.ts';
import type { Values } from './codec.ts';
import { tonerPercentOf } from './supply.ts';

/** Why a printer can't print, worst first; null when it can. */
export type Hindrance = 'coverOpen' | 'jammed' | 'paperOut' | 'tonerOut' | 'notReady' | null;

export interface PrinterCondition {
  readonly paper: Paper;
  readonly cover: 'closed' | 'open';
  readonly toner: 'ok' | 'nearEnd' | 'out';
  /** Null: it doesn't say. */
  readonly tonerPercent: number | null;
  readonly mechanism: 'ok' | 'failed';
  /** Stopped for a reason of its own, or it takes no jobs. */
  readonly ready: boolean;
  /** It says so itself; false: it may not know PDF. */
  readonly takesPdf: boolean;
}

/** Keywords without their -error, -warning or -report: printers differ in how bad they find an empty tray. */
const MEANS = {
  paperNeeded: ['media-needed'],
  trayEmpty: ['media-empty'],
  paperLow: ['media-low'],
  coverOpen: ['cover-open', 'door-open', 'interlock-open', 'input-tray-missing'],
  jammed: ['media-jam'],
  tonerOut: ['toner-empty', 'marker-supply-empty', 'marker-waste-full', 'opc-life-over'],
  tonerLow: ['toner-low', 'marker-supply-low', 'marker-waste-almost-full', 'opc-near-eol'],
  notReady: ['paused', 'moving-to-paused', 'shutdown', 'stopping', 'connecting-to-device', 'timed-out', 'offline'],
} as const;
type Meaning = keyof typeof MEANS;

/** PWG 5101.1. */
export const A4 = 'iso_a4_210x297mm';
/** `printer-state` 5: stopped. */
const STOPPED = 5;

/** Null: it answered, and didn't say how it is. */
export function conditionOf(values: Values): PrinterCondition | null {
  const [state] = values.get('printer-state') ?? [];
  const given = values.get('printer-state-reasons');
  if (typeof state !== 'number' || state < 3 || state > STOPPED || given === undefined) return null;
  const reasons = new Set(given.map((reason) => String(reason).replace(/-(error|warning|report)$/, '')));
  const means = (meaning: Meaning): boolean => MEANS[meaning].some((keyword) => reasons.has(keyword));
  const formats = values.get('document-format-supported') ?? [];
  // Of several trays one may be empty, and that is no trouble as long as another has A4.
  const ready = values.get('media-ready');
  const noA4 = ready === undefined ? means('trayEmpty') : !ready.includes(A4);
  const paperOut = noA4 || means('paperNeeded') || (state === STOPPED && means('trayEmpty'));
  const known = paperOut || (['coverOpen', 'jammed', 'tonerOut'] as const).some(means);
  return {
    paper: paperOut ? 'out' : means('paperLow') ? 'nearEnd' : 'ok',
    cover: means('coverOpen') ? 'open' : 'closed',
    toner: means('tonerOut') ? 'out' : means('tonerLow') ? 'nearEnd' : 'ok',
    tonerPercent: tonerPercentOf(values),
    mechanism: means('jammed') ? 'failed' : 'ok',
    ready: !(
      means('notReady') ||
      (state === STOPPED && !known) ||
      values.get('printer-is-accepting-jobs')?.[0] === false
    ),
    takesPdf: formats.includes('application/pdf'),
  };
}

export function hindranceOf({ paper, cover, toner, mechanism, ready }: PrinterCondition): Hindrance {
  if (cover === 'open') return 'coverOpen';
  if (mechanism === 'failed') return 'jammed';
  if (paper === 'out') return 'paperOut';
  if (toner === 'out') return 'tonerOut';
  return ready ? null : 'notReady';
}

export function stateOf(condition: PrinterCondition): DeviceState {
  const hindrance = hindranceOf(condition);
  if (hindrance === null) return 'online';
  if (hindrance === 'jammed') return 'hardwareError';
  return hindrance === 'notReady' ? 'offline' : 'userError';
}

export function boardValues(condition: PrinterCondition): Readonly<Record<string, string>> {
  const { paper, cover, toner, tonerPercent, mechanism } = condition;
  return { paper, cover, toner, tonerPercent: tonerPercent === null ? 'unknown' : String(tonerPercent), mechanism };
}

/**
 * How a job is. `untouched`: it ended and was never begun, so nothing came out. `unsure`: it ended in another way than well,
 * or as one that was passed on to somebody else.
 */
export interface JobReport {
  readonly state: 'going' | 'done' | 'untouched' | 'unsure';
  /** That came out; 0 when it doesn't say. */
  readonly sheets: number;
}

/** `job-state` */
const JOB = { canceled: 7, aborted: 8, completed: 9 } as const;

/** Null: it answered, and didn't say how the job is. */
export function jobOf(values: Values): JobReport | null {
  const [state] = values.get('job-state') ?? [];
  if (typeof state !== 'number' || state < 3 || state > JOB.completed) return null;
  const [counted] = values.get('job-media-sheets-completed') ?? values.get('job-impressions-completed') ?? [];
  const sheets = typeof counted === 'number' && counted > 0 ? counted : 0;
  if (state < JOB.canceled) return { state: 'going', sheets };
  if (state === JOB.completed) {
    const reasons = (values.get('job-state-reasons') ?? []).map(String);
    const doubtful = reasons.some((reason) => /with-errors|queued-in-device|processing-to-stop-point/.test(reason));
    return { state: doubtful ? 'unsure' : 'done', sheets };
  }
  // Without a value as long as nothing was begun (RFC 8011, 5.3.14.2); not said at all: nobody knows.
  return { state: values.get('time-at-processing')?.length === 0 ? 'untouched' : 'unsure', sheets };
}
