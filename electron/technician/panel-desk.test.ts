/** The panel at main's end: who may do what, when it locks, what is written down, and that no citizen is in the way. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeviceId, KioskId, StationId } from '#contract/ids.ts';
import type { ControlHandlers } from '#contract/control.ts';
import type { LockReason, TechnicianReply } from '#contract/technician/desk.ts';
import type { TechnicianRole } from '#contract/technician/roles.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { NO_TECHNICIAN } from '#fixtures/technician/no-technician.ts';
import { answerFor, checkAnswers } from './check-answers.ts';
import { openPanelDesk, type PanelDesk } from './panel-desk.ts';
import { makeKey } from './technician-keys.ts';

const STATION = StationId.parse('micro-centre-1');
const KIOSK = KioskId.parse('0f6d5f0e-6a3c-4f0e-9a51-4f1c9a3d2b10');
const RECEIPT = DeviceId.parse('receipt');
const KEYS = {
  technician: makeKey(STATION, 'night-desk', 'technician', 0),
  inspector: makeKey(STATION, 'inspection', 'inspector', 0),
};
const IDLE_MS = 5 * 60_000;
const TRY_OUT = { kind: 'call', name: 'device.tryOut', request: { device: 'receipt', command: 'print' } } as const;
const LOOK = { kind: 'call', name: 'drives.list', request: null } as const;

let folder: string;
let clock: HallClock;
let panel: PanelDesk;
let empty: boolean;
let diskIsFull: boolean;
let audited: string[];
let keysMade: string[];
let locked: LockReason[];
let tried: PromiseWithResolvers<null>;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-panel-'));
  clock = new HallClock();
  keysMade = [];
  [empty, diskIsFull, audited, locked, tried] = [true, false, [], [], Promise.withResolvers<null>()];
  const status = { state: 'online', values: {} } as const;
  const handlers = {
    ...NO_TECHNICIAN,
    'drives.list': async () => [],
    'device.tryOut': async () => {
      audited.push('the printer moves');
      await tried.promise;
      return { passed: true, tookMs: 1, fault: null, status };
    },
  } as unknown as ControlHandlers;
  panel = openPanelDesk({
    ...{ kiosk: KIOSK, station: STATION, handlersFor: () => handlers, clock, log: () => {}, idleMs: IDLE_MS },
    answers: checkAnswers({ folder, keys: () => Object.values(KEYS), clock, log: () => {} }),
    auditOf: (who) => async (act, _subject, result, code) => {
      if (diskIsFull) throw new Error('ENOSPC');
      audited.push([who.name, act, result, code].filter(Boolean).join(' '));
    },
    lookAtKeys: async () => void audited.push(...keysMade.splice(0)),
    nobodyServed: () => empty,
    locked: (reason) => locked.push(reason),
  });
});
afterEach(() => {
  panel.pageLoaded();
  rmSync(folder, { recursive: true });
});

async function unlock(role: TechnicianRole): Promise<TechnicianReply> {
  const opened = await panel.ask({ kind: 'open' });
  if (opened.kind !== 'challenge') return opened;
  return panel.ask({ kind: 'answer', answer: answerFor(KEYS[role], opened.challenge) });
}

test('locked, nothing is told and nothing moves', async () => {
  for (const request of [TRY_OUT, LOOK]) {
    expect(await panel.ask(request)).toMatchObject({ kind: 'refused', code: 'technician.locked' });
  }
  expect(audited).toEqual([]);
});

test('unlocked it says for whom and how long; what moves something is written down before and after', async () => {
  expect(await unlock('technician')).toMatchObject({
    kind: 'unlocked',
    name: 'night-desk',
    scopes: ['diagnose', 'service'],
  });
  expect(panel.isUnlocked()).toBe(true);
  tried.resolve(null);
  expect(await panel.ask(TRY_OUT)).toMatchObject({ kind: 'reply', reply: { passed: true } });
  expect(audited).toEqual([
    'night-desk panel.unlock done',
    'night-desk device.tryOut begun',
    'the printer moves',
    'night-desk device.tryOut done',
  ]);
});

test('an inspector looks, and is told why he may do no more', async () => {
  await unlock('inspector');
  expect(await panel.ask(LOOK)).toEqual({ kind: 'reply', reply: [] });
  expect(await panel.ask(TRY_OUT)).toMatchObject({ kind: 'refused', code: 'control.notAllowed' });
  expect(audited).not.toContain('the printer moves');
  expect(audited.at(-1)).toBe('inspection device.tryOut refused control.notAllowed');
});

test('what a card says or what waits sealed is for no screen', async () => {
  await unlock('technician');
  const read = { device: RECEIPT, command: 'read', payload: {}, timeoutMs: 1_000 };
  for (const [name, request] of [
    ['device.execute', read],
    ['outbox.page', { after: null }],
  ] as const) {
    expect(await panel.ask({ kind: 'call', name, request })).toMatchObject({ code: 'technician.notHere' });
  }
});

test('while a citizen is served it does not open, not even with the answer in hand', async () => {
  empty = false;
  expect(await unlock('technician')).toMatchObject({ kind: 'refused', code: 'technician.busy' });
  empty = true;
  const opened = await panel.ask({ kind: 'open' });
  empty = false;
  const answer = opened.kind === 'challenge' ? answerFor(KEYS.technician, opened.challenge) : '';
  expect(await panel.ask({ kind: 'answer', answer })).toMatchObject({ kind: 'refused', code: 'technician.busy' });
  expect(panel.isUnlocked()).toBe(false);
});

test('it locks by itself when nobody touches it; mere looking is no touch', async () => {
  await unlock('technician');
  clock.advance(IDLE_MS - 1_000);
  expect(await panel.ask({ kind: 'touched' })).toMatchObject({ kind: 'unlocked' });
  clock.advance(IDLE_MS - 1_000);
  await panel.ask(LOOK);
  expect(locked).toEqual([]);
  clock.advance(2_000);
  expect(locked).toEqual(['idle']);
  expect(await panel.ask(LOOK)).toMatchObject({ code: 'technician.locked' });
  expect(audited.at(-1)).toBe('night-desk panel.lock done idle');
});

test('after an hour it locks, however busy somebody is', async () => {
  await unlock('technician');
  for (let minutes = 0; minutes < 60; minutes += 4) {
    await panel.ask({ kind: 'touched' });
    clock.advance(4 * 60_000);
  }
  expect(locked).toEqual(['timeOver']);
});

test('a page that is loaded finds it locked, and what was under way is told to nobody', async () => {
  await unlock('technician');
  const trying = panel.ask(TRY_OUT);
  panel.pageLoaded();
  tried.resolve(null);
  expect(await trying).toMatchObject({ kind: 'refused', code: 'technician.locked' });
  expect(audited.at(-1)).toBe('night-desk device.tryOut done');
});

test('on a full disk one can come in and look, but moves nothing that could not be written down', async () => {
  diskIsFull = true;
  expect(await unlock('technician')).toMatchObject({ kind: 'unlocked' });
  expect(await panel.ask(LOOK)).toMatchObject({ kind: 'reply' });
  expect(await panel.ask(TRY_OUT)).toMatchObject({ kind: 'refused', code: 'audit.notKept' });
  expect(audited).toEqual([]);
});

test('a wrong answer is written down, without a name', async () => {
  await panel.ask({ kind: 'open' });
  expect(await panel.ask({ kind: 'answer', answer: '1234' })).toMatchObject({ code: 'technician.wrongAnswer' });
  expect(audited).toEqual(['panel.unlock refused technician.wrongAnswer']);
});

test('answers typed during a wait add nothing to the audit', async () => {
  for (let tries = 0; tries < 3; tries += 1) {
    await panel.ask({ kind: 'open' });
    await panel.ask({ kind: 'answer', answer: 'wrong' });
  }
  const written = audited.length;
  for (let tries = 0; tries < 20; tries += 1)
    expect(await panel.ask({ kind: 'answer', answer: '00000000' })).toMatchObject({ code: 'technician.wait' });
  expect([written, audited.length]).toEqual([3, 3]);
});

test('a key that was made a moment ago stands in the audit before its first unlocking', async () => {
  keysMade = ['key.made'];
  await unlock('technician');
  expect(audited).toEqual(['key.made', 'night-desk panel.unlock done']);
});
