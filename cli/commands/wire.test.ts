/** A technician records a command and reads what passed: without a card in the file, and with every mistake in words. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';

let cabinet: Cabinet;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  cabinet = await openCabinet('http://127.0.0.1:9');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cabinet.close();
});

const record = (to: string, ...words: string[]): Promise<Typed> =>
  typeYeban('wire', 'record', ...words, '--to', path.join(cabinet.folder, to), '--config', cabinet.configFile);
const tell = (file: string): Promise<Typed> => typeYeban('wire', 'tell', path.join(cabinet.folder, file));

test('a card is read and told, and nothing of it is in the file', async () => {
  await cabinet.reader.putDown(resident);
  expect(await record('read.jsonl', 'card-reader', 'read')).toMatchObject({ exitCode: 0 });
  const text = await readFile(path.join(cabinet.folder, 'read.jsonl'), 'utf8');
  expect(text).not.toContain('hex');
  expect(text).not.toContain(SAYS.resident.name);
  const { exitCode, out } = await tell('read.jsonl');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^ +\d\.\d{3} → find a card$/m);
  expect(out).toContain('← 90 a card was read: 1284 bytes, not shown');
});

test('a file is never written over, and what is none is refused with its line', async () => {
  expect(await record('read.jsonl', 'card-reader')).toMatchObject({ exitCode: 2 });
  expect(await tell('kiosk.yaml')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('kiosk.yaml:1') });
  expect(await record('other.jsonl', 'card-reader', 'explode')).toMatchObject({ exitCode: 2 });
  expect(await record('other.jsonl', 'nobody')).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('receipt'),
  });
});

test('beside a running kiosk nothing is recorded and no port is asked: it has to be stopped first', async () => {
  await cabinet.publish();
  const kiosk = await cabinet.startKiosk();
  const stopFirst = { exitCode: 1, errors: expect.stringContaining('systemctl stop yeban-kiosk') };
  expect(await record('beside.jsonl', 'card-reader', 'read')).toMatchObject(stopFirst);
  expect(existsSync(path.join(cabinet.folder, 'beside.jsonl'))).toBe(false);
  expect(await typeYeban('devices', 'detect', '--config', cabinet.configFile)).toMatchObject(stopFirst);
  await kiosk.close();
});

test('a command that never reached its device leaves a file in which nothing passed', async () => {
  await cabinet.printer.unplug();
  expect(await record('nothing.jsonl', 'receipt')).toMatchObject({ exitCode: 1 });
  expect(await tell('nothing.jsonl')).toMatchObject({ exitCode: 0, out: 'Nothing passed on the wire.' });
  await cabinet.printer.plug();
});

test('a kiosk.yaml that is not there: where it was looked for, and how to name another', async () => {
  const nowhere = path.join(cabinet.folder, 'nowhere.yaml');
  expect(await typeYeban('device', 'receipt', 'status', '--config', nowhere)).toMatchObject({
    exitCode: 2,
    errors: expect.stringMatching(/There is no .*nowhere\.yaml.*--config FILE/s),
  });
});

test.each([
  ['device', 'documents', 'conformance'],
  ['device', 'documents', 'trace'],
  ['wire', 'record', 'documents', '--to', 'camera.jsonl'],
])('a camera has no wire: refused in words, %s %s %s', async (...typed) => {
  const config = path.join(cabinet.folder, 'with-camera.yaml');
  const camera = '{ id: documents, class: Camera, model: camera-uvc, address: "uvc:HD Document Camera" }';
  await writeFile(
    config,
    `station: micro-centre-1\nstore: ./none\nhub: { url: "http://127.0.0.1:9" }\ndevices: [${camera}]\n`,
  );
  expect(await typeYeban(...typed, '--config', config)).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('yeban device documents test'),
  });
});
