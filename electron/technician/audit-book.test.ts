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
const headFile = (): string => path.join(folder, 'audit-head.json');
const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
const lastChain = (): string => (JSON.parse(lines().at(-1) ?? '') as AuditEntry).chain;
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
  ['the oldest cut off', without(0), 1],
  ['the oldest three cut off', (all) => all.slice(3), 1],
  ['all of it cut off', () => [], 1],
  ['two swapped', ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest], 3],
  ['a poem in the middle', (all) => [...all.slice(0, 2), 'a poem', ...all.slice(3)], 4],
])('%s is noticed', async (_name, meddle, brokenAt) => {
  await keepSix();
  rewrite(meddle(lines()));
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken', brokenAt });
});

test.each<[string, (all: readonly string[]) => readonly string[], number]>([
  ['an end that was cut off', (all) => all.slice(0, 4), 7],
  ['a newest that was cut off', without(5), 7],
  ['a whole book that was cut off', () => [], 1],
  ['a beginning that was cut off', (all) => all.slice(2), 1],
])('%s shows for ever: the next entries do not heal it', async (_name, meddle, brokenAt) => {
  await keepSix();
  rewrite(meddle(lines()));
  for (const act of ['g', 'h']) await (await openAudit(folder, clock)).note(deed(act));
  const book = await openAudit(folder, clock);
  expect(book.after(6, 9).map(({ n, act }) => [n, act])).toEqual([
    [7, 'g'],
    [8, 'h'],
  ]);
  expect(await book.verify()).toMatchObject({ chain: 'broken', brokenAt });
});

test('a newest that was forged with a chain of its own shows for ever', async () => {
  await keepSix();
  const five = lines().slice(0, 5);
  const head = readFileSync(headFile());
  rewrite(five);
  rmSync(headFile());
  writeFileSync(headFile(), JSON.stringify({ ...(JSON.parse(head.toString()) as object), n: 5, chain: lastChain() }));
  await (await openAudit(folder, clock)).note(deed('forged'));
  writeFileSync(headFile(), head);
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken', brokenAt: 6 });
  for (const act of ['g', 'h']) await (await openAudit(folder, clock)).note(deed(act));
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken', brokenAt: 7 });
});

test('without its head a book shows for ever that it was taken away', async () => {
  await keepSix();
  rmSync(headFile());
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken', brokenAt: 6 });
  for (const act of ['g', 'h']) await (await openAudit(folder, clock)).note(deed(act));
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken', brokenAt: 8 });
});

test('the power goes after the very first line and before its head: nothing is wrong', async () => {
  await (await openAudit(folder, clock)).note(deed('a'));
  rmSync(headFile());
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'ok' });
  await (await openAudit(folder, clock)).note(deed('b'));
  expect(await verifyAudit(folder)).toMatchObject({ entries: 2, chain: 'ok' });
});

test('what was let go of at the front is not missed, and a beginning that is cut after that is', async () => {
  await keepSix();
  const start = await openAudit(folder, clock, { keepLines: 4 });
  expect(await start.verify()).toMatchObject({ entries: 4, chain: 'ok' });
  for (let count = 0; count < 11; count += 1) await start.note(deed('more'));
  const { entries, chain } = await start.verify();
  expect([entries < 9, chain]).toEqual([true, 'ok']);
  rewrite(lines().slice(1));
  expect(await verifyAudit(folder)).toMatchObject({ chain: 'broken' });
});

test('the power goes after the head and before the file was shortened: nothing is wrong', async () => {
  await keepSix();
  const whole = readFileSync(file());
  await openAudit(folder, clock, { keepLines: 4 });
  writeFileSync(file(), whole);
  expect(await verifyAudit(folder)).toMatchObject({ entries: 6, chain: 'ok' });
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
  const head = readFileSync(headFile());
  await (await openAudit(folder, clock)).note(deed('g'));
  writeFileSync(headFile(), head);
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
