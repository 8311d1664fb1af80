/** The audit on its way to the hub: once each, in order, when there is a key and room; and what is written down at all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordDraft } from '#contract/record.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { openAudit, type AuditBook, type Deed } from './audit-book.ts';
import { noteDeeds } from './note-deeds.ts';
import { tellHub, type HubTeller } from './tell-hub.ts';

let folder: string;
let clock: HallClock;
let audit: AuditBook;
let outbox: RecordDraft[];
let release: boolean;
let freeBytes: number;
let tellers: HubTeller[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-tell-'));
  clock = new HallClock();
  audit = await openAudit(folder, clock);
  [outbox, release, freeBytes, tellers] = [[], true, 1e9, []];
});
afterEach(async () => {
  for (const teller of tellers) await teller.stop();
  rmSync(folder, { recursive: true });
});

const deed: Deed = {
  who: { via: 'panel', name: 'night-desk', role: 'technician' },
  act: 'device.tryOut',
  subject: 'receipt print',
  result: 'done',
  code: null,
};
function start(keep = async (records: readonly RecordDraft[]) => void outbox.push(...records)): HubTeller {
  const room = async () => ({ freeBytes, ballast: true });
  const teller = tellHub({ folder, audit, keep: () => (release ? keep : null), room, clock, log: () => {} });
  tellers.push(teller);
  return teller;
}
const told = (): number[] => outbox.map(({ body }) => (body.kind === 'technician.acted' ? body.n : 0));
async function noteMany(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await audit.note(deed);
}

test('every entry once and in order, over a restart', async () => {
  await noteMany(40);
  await start().stop();
  start();
  await noteMany(2);
  clock.advance(30_000);
  await expect.poll(told).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
  expect(new Set(outbox.map(({ id }) => id)).size).toBe(42);
});

test('without a release or without room nothing goes, and later everything', async () => {
  await noteMany(3);
  release = false;
  start();
  release = true;
  freeBytes = 1e6;
  clock.advance(30_000);
  await new Promise(setImmediate);
  expect(told()).toEqual([]);
  freeBytes = 1e9;
  await expect
    .poll(() => {
      clock.advance(30_000);
      return told();
    })
    .toEqual([1, 2, 3]);
});

test('the power goes after the rows were kept and before that was noted: the same records go again', async () => {
  await noteMany(2);
  await start(async (records) => {
    outbox.push(...records);
    throw new Error('the power fails');
  }).stop();
  await start().stop();
  expect(told()).toEqual([1, 2, 1, 2]);
  expect(new Set(outbox.map(({ id }) => id)).size).toBe(2);
});

test('a book that was cut, or thrown away, is told on: no later entry is skipped', async () => {
  await noteMany(5);
  await start().stop();
  const file = path.join(folder, 'audit.jsonl');
  writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n')}\n`);
  audit = await openAudit(folder, clock);
  await noteMany(1);
  await start().stop();
  expect(told()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of [2, 7]) {
    for (const name of ['audit.jsonl', 'audit-head.json']) rmSync(path.join(folder, name));
    audit = await openAudit(folder, clock);
    clock.advance(1_000);
    outbox = [];
    await noteMany(count);
    await start().stop();
    expect(told()).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  }
});

test('at the panel a look is written down once a visit; through the socket only what moves something', async () => {
  const panel = noteDeeds(audit, deed.who);
  const socket = noteDeeds(audit, { via: 'socket', name: '', role: null });
  for (const note of [panel, panel, socket]) await note('cabinet.view', null, 'done');
  for (const result of ['begun', 'done'] as const) await socket('device.execute', 'receipt print', result);
  await socket('device.execute', 'receipt print', 'refused', 'device.busy');
  // A watchdog that calls the doctor every minute.
  for (const result of ['begun', 'done'] as const) await socket('device.execute', 'receipt selfTest', result);
  await panel('bundle.write', '/media/stick', 'done');
  await panel('bundle.write', '/media/stick', 'done');
  expect(audit.after(0, 99).map(({ who, act, result }) => `${who.via} ${act} ${result}`)).toEqual([
    'panel cabinet.view done',
    'socket device.execute begun',
    'socket device.execute done',
    'socket device.execute refused',
    'panel bundle.write done',
    'panel bundle.write done',
  ]);
});
