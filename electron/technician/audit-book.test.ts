/** The audit: chained over restarts, and every way of meddling with its file shows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditEntry } from '#contract/technician/history.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { openAudit, verifyAudit, type Deed } from './audit-book.ts';

let folder: string;
const clock = new HallClock();
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-audit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const deed = (act: string): Deed => ({
  who: { via: 'panel', name: 'night-desk', role: 'technician' },
  act,
  subject: 'receipt',
  result: 'done',
  code: null,
});
const file = (): string => path.join(folder, 'audit.jsonl');
const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
const rewrite = (changed: readonly string[]): void =>
  writeFileSync(file(), changed.map((line) => `${line}\n`).join(''));

/** Six entries, written by two processes one after the other. */
async function keepSix(): Promise<void> {
  const first = await openAudit(folder, clock);
  for (const act of ['a', 'b', 'c']) await first.note(deed(act));
  const second = await openAudit(folder, clock);
  await Promise.all(['d', 'e', 'f'].map((act) => second.note(deed(act))));
}

test('it goes on after a restart, newest first in pages, and holds', async () => {
  await keepSix();
  const book = await openAudit(folder, clock);
  const page = book.page({ before: null, limit: 4 });
  expect(page.entries.map(({ act }) => act)).toEqual(['f', 'e', 'd', 'c']);
  expect(book.page({ before: page.next, limit: 4 })).toMatchObject({
    entries: [{ act: 'b' }, { act: 'a' }],
    next: null,
  });
  expect(await book.verify()).toMatchObject({ entries: 6, chain: 'ok', brokenAt: null });
});

const without = (at: number) => (all: readonly string[]) => all.filter((_line, index) => index !== at);
const withChange = (at: number, change: Partial<AuditEntry>) => (all: readonly string[]) =>
  all.map((line, index) => (index === at ? JSON.stringify({ ...(JSON.parse(line) as AuditEntry), ...change }) : line));

test.each<[string, (all: readonly string[]) => readonly string[], number]>([
  ['another deed', withChange(2, { act: 'nothing' }), 3],
  ['another person', withChange(0, { who: { via: 'socket', name: '', role: null } }), 1],
  ['another time', withChange(5, { at: 1 }), 6],
  ['a refusal made a success', withChange(3, { result: 'refused' }), 4],
  ['one left out', without(2), 4],
  ['the newest cut off', without(5), 6],
  ['all of it cut off', () => [], 1],
  ['two swapped', ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest], 3],
  ['a poem in the middle', (all) => [...all.slice(0, 2), 'a poem', ...all.slice(3)], 4],
])('%s is noticed', async (_name, meddle, brokenAt) => {
  await keepSix();
  rewrite(meddle(lines()));
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken', brokenAt });
});

test('the power goes in the middle of a line: it is as if it had not begun, and the next one fits', async () => {
  await keepSix();
  writeFileSync(file(), `${readFileSync(file(), 'utf8')}{"n":7,"at":17`);
  const book = await openAudit(folder, clock);
  await book.note(deed('g'));
  expect(await book.verify()).toMatchObject({ entries: 7, chain: 'ok' });
});

test('the power goes between a line and its head: nothing is wrong', async () => {
  await keepSix();
  const head = readFileSync(path.join(folder, 'audit-head.json'));
  await (await openAudit(folder, clock)).note(deed('g'));
  writeFileSync(path.join(folder, 'audit-head.json'), head);
  expect(await verifyAudit(folder)).toMatchObject({ entries: 7, chain: 'ok' });
});

test('a clock set far ahead or far back empties nothing and breaks nothing', async () => {
  await keepSix();
  for (const setByMs of [-50, 50]) {
    const wrong = new HallClock({ aheadMs: 0, setByMs: setByMs * 365 * 86_400_000 });
    await (await openAudit(folder, wrong)).note(deed('g'));
  }
  const book = await openAudit(folder, clock);
  expect(await book.verify()).toMatchObject({ entries: 8, chain: 'ok' });
});
