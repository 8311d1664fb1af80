/** What an invented kiosk answers each call of the panel; a sample changes single answers. */
import type { ControlName, ControlReply } from '#contract/control.ts';
import { Day, DeviceId, KioskId, StationId } from '#contract/ids.ts';
import { SupplyId } from '#contract/technician/supplies.ts';
import { CABINET, NIGHT, RECEIPT } from './cabinet-at-night.ts';
import { EVENTS, TRACE } from './past.ts';

export type Answers = { readonly [N in ControlName]?: ControlReply<N> };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUMS = {
  commands: 412,
  faults: 3,
  questions: 9_120,
  retries: 14,
  damagedFrames: 2,
  reconnects: 1,
  counted: { sheets: 388 },
};
const daySums = (commands: number, faults: number) => ({ ...SUMS, commands, faults, questions: commands * 22 });

export const KIOSK_ID = KioskId.parse('019a8f3e-41aa-7c02-9d51-5b1f0c3a7e10');
export const STATION_ID = StationId.parse('micro-centre-1');

export const ANSWERS: Answers = {
  'cabinet.view': CABINET,
  'device.selfTest': { passed: true, tookMs: 640, fault: null, status: { state: 'online', values: {} } },
  'device.tryOut': { passed: true, tookMs: 2_310, fault: null, status: { state: 'online', values: {} } },
  'device.judge': null,
  'device.trace': { lines: [...TRACE], next: TRACE.length },
  'counters.read': [
    {
      device: RECEIPT,
      what: 'sheets',
      label: { 'zh-CN': '凭条', en: 'Receipts' },
      total: 388,
      today: 21,
      lastFortnight: 301,
      since: NIGHT - 30 * 24 * HOUR,
    },
  ],
  'statistics.read': [
    {
      device: RECEIPT,
      since: NIGHT - 30 * 24 * HOUR,
      total: SUMS,
      pace: { meanMs: 9.4, p99Ms: 31, at: NIGHT },
      days: [
        { day: Day.parse('2026-11-21'), sums: daySums(23, 2) },
        { day: Day.parse('2026-11-20'), sums: daySums(31, 0) },
        { day: Day.parse('2026-11-19'), sums: daySums(18, 1) },
        { day: Day.parse('2026-11-18'), sums: daySums(26, 0) },
        { day: Day.parse('2026-11-17'), sums: daySums(40, 0) },
        { day: Day.parse('2026-11-16'), sums: daySums(12, 0) },
      ],
    },
  ],
  'supplies.read': [
    {
      id: SupplyId.parse('receipt/roll'),
      device: RECEIPT,
      label: { 'zh-CN': '凭条纸卷', en: 'Receipt roll' },
      unit: 'metre',
      told: 'nearEnd',
      left: 9.4,
      full: 80,
      perDay: 3.1,
      forecast: { kind: 'lasts', days: 3, until: Day.parse('2026-11-24') },
      renewedAt: NIGHT - 22 * 24 * HOUR,
    },
    {
      id: SupplyId.parse('a4/sheets'),
      device: DeviceId.parse('a4'),
      label: { 'zh-CN': 'A4 纸', en: 'A4 sheets' },
      unit: 'sheet',
      told: 'ok',
      left: 212,
      full: 250,
      perDay: 11,
      forecast: { kind: 'lasts', days: 19, until: Day.parse('2026-12-10') },
      renewedAt: NIGHT - 3 * 24 * HOUR,
    },
    {
      id: SupplyId.parse('a4/toner'),
      device: DeviceId.parse('a4'),
      label: { 'zh-CN': '墨粉', en: 'Toner' },
      unit: 'percent',
      told: 'unknown',
      left: null,
      full: null,
      perDay: null,
      forecast: {
        kind: 'unknown',
        why: { 'zh-CN': '打印机没有报告墨粉。', en: 'The printer tells nothing about its toner.' },
      },
      renewedAt: null,
    },
  ],
  'supply.renew': {
    id: SupplyId.parse('receipt/roll'),
    device: RECEIPT,
    label: { 'zh-CN': '凭条纸卷', en: 'Receipt roll' },
    unit: 'metre',
    told: 'ok',
    left: 80,
    full: 80,
    perDay: 3.1,
    forecast: { kind: 'lasts', days: 25, until: Day.parse('2026-12-16') },
    renewedAt: NIGHT,
  },
  'history.page': { events: [...EVENTS], next: 71 },
  'kiosk.report': {
    kiosk: KIOSK_ID,
    station: STATION_ID,
    release: 12,
    refused: null,
    busy: false,
    screen: 'attract',
    hub: { reachable: false, since: NIGHT - 40 * MINUTE, fault: 'hub.away' },
    clock: 'ok',
    startedAt: NIGHT - 9 * HOUR,
  },
  'outbox.report': {
    epoch: 'e1',
    firstSeq: 1,
    lastSeq: 96,
    pending: 4,
    acknowledged: 92,
    quarantined: 0,
    oldestPendingSeconds: 2_220,
    chain: 'ok',
  },
  'outbox.verify': { rows: 96, chain: 'ok', brokenAt: null },
  'outbox.kick': null,
  'audit.verify': { entries: 214, firstAt: NIGHT - 90 * 24 * HOUR, chain: 'ok', brokenAt: null },
  'release.check': { activated: null },
  'machine.report': {
    versions: { yeban: '0.3.0', node: '24.11.0', electron: null, system: 'Debian GNU/Linux 12 (bookworm)' },
    disk: { freeBytes: 21.4e9, totalBytes: 64e9 },
    memory: { freeBytes: 1.9e9, totalBytes: 8.2e9, kioskBytes: 411e6 },
    uptimeMs: 31 * HOUR,
    deviceHost: { pid: 812, startedAt: NIGHT - 2 * HOUR, starts: 2 },
  },
  'drives.list': [
    { folder: '/media/kiosk/REPAIR', label: 'REPAIR', freeBytes: 7.2e9, writable: true },
    { folder: '/media/kiosk/OLD', label: 'OLD', freeBytes: 1e9, writable: false },
  ],
  'bundle.write': {
    folder: '/media/kiosk/REPAIR/yeban-micro-centre-1-20261121-224103',
    bytes: 1_284_000,
    files: [
      'log.jsonl',
      'devices.json',
      'statistics.json',
      'history.jsonl',
      'audit.jsonl',
      'kiosk.json',
      'trace-receipt.jsonl',
      'manifest.json',
    ].map((name, index) => ({ name, bytes: 4_000 + index * 61_000, sha256: 'c'.repeat(64) })),
  },
};
