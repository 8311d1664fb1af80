/** The kiosk's checks say what is known, and what to do where something is. */
import { expect, test } from 'vitest';
import type { KioskReport } from '../control.ts';
import { KioskId, StationId } from '../ids.ts';
import type { MachineReport } from './machine.ts';
import { clockCheck, deviceHostCheck, diskCheck, hubCheck, outboxCheck, releaseCheck } from './kiosk-checks.ts';

const kiosk: KioskReport = {
  kiosk: KioskId.parse('0199aaaa-0000-7000-8000-000000000001'),
  station: StationId.parse('micro-centre-1'),
  release: 7,
  refused: null,
  busy: false,
  screen: 'attract',
  hub: { reachable: true, since: 0, fault: null },
  clock: 'ok',
  startedAt: 0,
};
const outbox = {
  epoch: 'a',
  firstSeq: 1,
  lastSeq: 3,
  pending: 0,
  acknowledged: 3,
  quarantined: 0,
  oldestPendingSeconds: null,
  chain: 'ok',
} as const;
const machine: MachineReport = {
  versions: { yeban: '1', node: '24', electron: null, system: 'Linux' },
  disk: { freeBytes: 9e9, totalBytes: 1e10 },
  memory: { freeBytes: 1e9, totalBytes: 4e9, kioskBytes: 3e8 },
  uptimeMs: 1,
  deviceHost: { pid: 1, startedAt: 0, starts: 1 },
};

test('all well needs no hint', () => {
  const checks = [releaseCheck(kiosk), hubCheck(kiosk), clockCheck(kiosk), outboxCheck(outbox), diskCheck(machine)];
  for (const check of [...checks, deviceHostCheck(machine)])
    expect(check).toMatchObject({ condition: 'well', hint: null });
});

test('the clock in words: a wrong one is plainly wrong, and silence of the hub is no verdict', () => {
  const said = (['off', 'wrong', 'unknown'] as const).map((clock) => clockCheck({ ...kiosk, clock }));
  expect(said.map(({ word }) => word['zh-CN'])).toEqual([
    '与平台不一致，以平台时间为准',
    '明显错误',
    '尚未收到平台时间',
  ]);
  expect(said.map(({ condition }) => condition)).toEqual(['attention', 'fault', 'unknown']);
});

test('whatever is not well says what to do', () => {
  const bad = [
    releaseCheck({ ...kiosk, release: null }),
    releaseCheck({ ...kiosk, refused: 'wrongHash' }),
    hubCheck({ ...kiosk, hub: { reachable: false, since: 0, fault: 'hub.away' } }),
    clockCheck({ ...kiosk, clock: 'wrong' }),
    outboxCheck({ ...outbox, chain: 'broken' }),
    outboxCheck({ ...outbox, quarantined: 1 }),
    outboxCheck({ ...outbox, pending: 4, oldestPendingSeconds: 7_200 }),
    diskCheck({ ...machine, disk: { freeBytes: 5e7, totalBytes: 1e10 } }),
    deviceHostCheck({ ...machine, deviceHost: { pid: 1, startedAt: 0, starts: 3 } }),
  ];
  for (const check of bad) {
    expect(check.condition).not.toBe('well');
    expect(check.hint).not.toBeNull();
  }
});

test('what waits for a moment is no trouble', () => {
  expect(outboxCheck({ ...outbox, pending: 2, oldestPendingSeconds: 20 }).condition).toBe('well');
});

test('a line that was not needed yet is unknown, not down', () => {
  const check = hubCheck({ ...kiosk, hub: { reachable: false, since: 0, fault: null } });
  expect(check).toMatchObject({ condition: 'unknown', hint: null });
});
