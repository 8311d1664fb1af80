/** A technician listens to a wire: without a kiosk and beside one, once and until Ctrl+C; what a card says is never heard. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TraceLine } from '#contract/devices/trace.ts';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';

const YEBAN = path.resolve(import.meta.dirname, '../main.ts');

let cabinet: Cabinet;
let receipt = '';
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  cabinet = await openCabinet('http://127.0.0.1:9');
  receipt = path.join(cabinet.folder, 'receipt.json');
  await writeFile(receipt, JSON.stringify({ blocks: [{ kind: 'title', text: '望舒区测试页' }] }));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cabinet.close();
});

const device = (...words: string[]): Promise<Typed> => typeYeban('device', ...words, '--config', cabinet.configFile);

/** Nothing of the card, in any spelling that a careless trace might have. */
function expectNothingPersonal(trace: string): void {
  const { name, idNumber, address = '' } = SAYS.resident;
  for (const word of [name, idNumber, address, idNumber.slice(-6)]) expect(trace).not.toContain(word);
}

test('without a kiosk: the device is opened and its self-test is heard', async () => {
  const { exitCode, out } = await device('card-reader', 'trace');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^\d\d:\d\d:\d\d\.\d{3} → self-test: how is the module\?\n.* ← 90 done/);
});

test('a reader at another speed: the same question again and again, and no answer', async () => {
  await cabinet.configure({ readerBaudRate: 9600 });
  const lines = (await device('card-reader', 'trace')).out.split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.filter((line) => !line.includes('→ self-test'))).toEqual([]);
  await cabinet.configure({});
});

test('beside a running kiosk: the last frames of both devices, in words and without the person', async () => {
  await cabinet.publish();
  const kiosk = await cabinet.startKiosk();
  await cabinet.reader.putDown(resident);
  await device('card-reader', 'read');
  await cabinet.reader.lift();
  await device('receipt', 'print', '--file', receipt);
  const reader = await device('card-reader', 'trace', '--json');
  const lines = TraceLine.array().parse(JSON.parse(reader.out).result.lines);
  expect(lines.map(({ words }) => words.en)).toEqual(
    expect.arrayContaining(['find a card', 'select the card', '90 a card was read: 1284 bytes, not shown']),
  );
  expectNothingPersonal(reader.out);
  const printer = (await device('receipt', 'trace')).out;
  expect(printer).toMatch(/→ print a receipt: \d+ bytes, not shown\n.*← proof that it is printed: [A-O]{4}/);
  expect(printer).not.toContain('望舒区');
  await kiosk.close();
});

test('followed: each line as it passes, one document each, until Ctrl+C ends it with 0', async () => {
  const kiosk = await cabinet.startKiosk();
  const words = ['device', 'card-reader', 'trace', '--follow', '--json', '--config', cabinet.configFile];
  const child = spawn(process.execPath, [YEBAN, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await cabinet.reader.putDown(resident);
  let heard = '';
  let reading: Promise<Typed> | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    heard += `${line}\n`;
    TraceLine.parse(JSON.parse(line));
    // The first line is of the past: from here on it listens.
    reading ??= device('card-reader', 'read');
    if (line.includes('a card was read')) break;
  }
  child.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  expectNothingPersonal(heard);
  await reading;
  await cabinet.reader.lift();
  await kiosk.close();
});

test('typing slips: --follow is for trace alone', async () => {
  expect(await device('receipt', 'status', '--follow')).toMatchObject({ exitCode: 2 });
  expect(await device('receipt', 'trase')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('trace') });
});
