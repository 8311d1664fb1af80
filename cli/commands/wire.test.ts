/** A technician records a command and reads what passed: without a card in the file, and with every mistake in words. */
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
