/** What happened to the kiosk in the last 90 days: told by its log and by its devices, written down beside the work. */
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import { STATE_WORDS, valueName, valueWords } from '#contract/devices/status-words.table.ts';
import type { DeviceStatus } from '#contract/devices/status.ts';
import type { DeviceId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import type { Log } from '#contract/log.ts';
import { nameOfError } from '#contract/name-of-error.ts';
import { HistoryEvent, type HistoryPage, type HistoryRequest } from '#contract/technician/history.ts';
import type { z } from 'zod';
import { openBook, pageOf, readBook, type LineBook } from './line-book.ts';
import { pastOf, type PastEvent } from './past-of.table.ts';

const DAY_MS = 86_400_000;
const KEEP_MS = 90 * DAY_MS;
const KEEP_LINES = 10_000;
/** A loose cable can change its mind all night: of one device no more than so many lines an hour. */
const PER_HOUR = 60;
const HOUR_MS = 3_600_000;

export interface HistoryBook {
  /** Hears every line of the log. Never waits for the disk. */
  readonly hear: Log;
  /** Hears every status of a device. */
  watch(device: DeviceId, status: DeviceStatus): void;
  note(event: PastEvent): void;
  page(asked: z.infer<typeof HistoryRequest>): HistoryPage;
  /** From now on it is written down, beginning with what was heard before. */
  open(folder: string): Promise<void>;
  /** Resolves when everything that was heard is written. */
  close(): Promise<void>;
}

export function keepHistory(clock: Clock, log: Log): HistoryBook {
  const early: (PastEvent & { at: number })[] = [];
  const known = new Map<DeviceId, DeviceStatus>();
  const told = new Map<string, { from: number; count: number }>();
  let book: LineBook<HistoryEvent> | null = null;
  let failed = false;

  const write = (opened: LineBook<HistoryEvent>, event: PastEvent & { at: number }): void => {
    opened
      .append((n) => ({ n, ...event }))
      .then(
        () => (failed = false),
        (error: unknown) => {
          if (!failed) log('history.notKept', { error: nameOfError(error) });
          failed = true;
        },
      );
  };
  const note = (event: PastEvent): void => {
    if (isTooMuch(event)) return;
    const line = { at: clock.now(), ...event };
    if (book === null) early.push(line);
    else write(book, line);
  };
  const isTooMuch = ({ kind, device }: PastEvent): boolean => {
    const now = clock.monotonic();
    const key = `${kind} ${device}`;
    const counted = told.get(key);
    if (counted === undefined || now - counted.from > HOUR_MS) told.set(key, { from: now, count: 1 });
    else if ((counted.count += 1) > PER_HOUR) return true;
    return false;
  };
  return {
    hear: (event, detail) => {
      const past = pastOf(event, detail);
      if (past !== null) note(past);
    },
    watch(device, status) {
      const before = known.get(device);
      known.set(device, status);
      if (before === undefined) return;
      for (const words of changesOf(before, status)) note({ kind: 'deviceState', device, who: null, words });
    },
    note,
    page({ device, ...asked }) {
      const lines = book?.lines() ?? [];
      const { page, next } = pageOf(device === null ? lines : lines.filter((line) => line.device === device), asked);
      return { events: page, next };
    },
    async open(folder) {
      const limits = { keepMs: KEEP_MS, keepLines: KEEP_LINES, now: clock.now(), durable: false };
      const opened = await openBook({ file: historyFile(folder), line: HistoryEvent, ...limits });
      for (const event of early.splice(0)) write(opened, event);
      book = opened;
    },
    close: async () => book?.settled(),
  };
}

export async function readHistory(folder: string): Promise<readonly HistoryEvent[]> {
  return (await readBook({ file: historyFile(folder), line: HistoryEvent })).lines;
}

/** Comes and goes with every citizen, or is a number that never stands still. */
const RESTLESS: ReadonlySet<string> = new Set(['card', 'escrow', 'presence', 'load', 'temperature', 'batteryPercent']);

function changesOf(before: DeviceStatus, after: DeviceStatus): LocalText[] {
  const busy = [before.state, after.state].some((state) => state === 'deviceBusy' || state === 'starting');
  const state =
    before.state === after.state || busy ? [] : [change(null, STATE_WORDS[before.state], STATE_WORDS[after.state])];
  const values = Object.entries(after.values).flatMap(([name, { value }]) => {
    const old = before.values[name];
    if (old === undefined || old.value === value || old.source === 'never' || RESTLESS.has(name)) return [];
    return [change(valueName(name), valueWords(name, old.value), valueWords(name, value))];
  });
  return [...state, ...values];
}

function change(name: LocalText | null, from: LocalText, to: LocalText): LocalText {
  return {
    'zh-CN': `${name === null ? '' : `${name['zh-CN']}：`}${from['zh-CN']} → ${to['zh-CN']}`,
    en: `${name === null ? '' : `${name.en}: `}${from.en} → ${to.en}`,
  };
}

function historyFile(folder: string): string {
  return path.join(folder, 'history.jsonl');
}
