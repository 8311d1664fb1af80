/** A technician tries both note validators with money over a real wire: enough, too much, nothing, and beside a kiosk never. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { startNotesCcnet } from '#fixtures/simulators/notes-ccnet/start.ts';
import { startNotesId003 } from '#fixtures/simulators/notes-id003/start.ts';
import { startNotesSsp } from '#fixtures/simulators/notes-ssp/start.ts';
import type { NoteValidatorSim } from '#fixtures/simulators/notes/note-hands.ts';

const QUICK = { acceptMs: 60, stackMs: 60, returnMs: 60, startMs: 100 };
const START = { 'notes-ccnet': startNotesCcnet, 'notes-id003': startNotesId003, 'notes-ssp': startNotesSsp } as const;

let folder: string;
let validator: NoteValidatorSim;
let configFile: string;
beforeEach(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  folder = await mkdtemp(path.join(tmpdir(), 'yeban-accept-'));
  configFile = path.join(folder, 'kiosk.yaml');
  await mkdir(path.join(folder, 'state'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await validator.close();
  await rm(folder, { recursive: true, force: true });
});

async function install(model: keyof typeof START): Promise<void> {
  validator = await START[model]({ link: path.join(folder, 'notes'), settings: QUICK });
  const notes = { id: 'notes', class: 'CashAcceptor', model, path: validator.path };
  const hub = { url: 'http://127.0.0.1:9' };
  await writeFile(configFile, stringify({ station: 'micro-centre-1', store: './state', hub, devices: [notes] }));
}

const notes = (...words: string[]): Promise<Typed> => typeYeban('device', 'notes', ...words, '--config', configFile);

/** Holds the notes to the slot, one after the other, each until it is taken. */
async function feed(...valuesFen: readonly number[]): Promise<void> {
  for (const valueFen of valuesFen) while (!(await validator.insert(valueFen)));
}

test.each(['notes-ccnet', 'notes-id003', 'notes-ssp'] as const)(
  '%s: 30 yuan of two notes, and the box agrees',
  async (model) => {
    await install(model);
    expect(JSON.parse((await notes('cash-unit', '--json')).out)).toMatchObject({
      result: { kind: 'notes', escrow: true },
    });
    const accepting = notes('accept', '--amount', '3000', '--json', '--timeout', '15000');
    await feed(1_000, 2_000);
    const { exitCode, out } = await accepting;
    expect(JSON.parse(out)).toEqual({
      ok: true,
      result: {
        acceptedFen: 3_000,
        notes: [
          { valueFen: 1_000, outcome: 'stored' },
          { valueFen: 2_000, outcome: 'stored' },
        ],
      },
    });
    expect(exitCode).toBe(0);
    expect((await validator.counts()).boxFen).toEqual([1_000, 2_000]);
  },
);

test('too much is given back, and what is missing is found something wrong', async () => {
  await install('notes-ccnet');
  const accepting = notes('accept', '--amount', '2000', '--timeout', '4000');
  await feed(1_000, 2_000);
  const { exitCode, out } = await accepting;
  expect(out).toBe('10.00 yuan in the box\n20.00 yuan given back\n10.00 yuan accepted');
  expect(exitCode).toBe(1);
  expect(await validator.counts()).toEqual({ boxFen: [1_000], backFen: [2_000], insideFen: null });
});

test('a validator that keeps silent is a fault, and a slip ends with 2', async () => {
  await install('notes-id003');
  await validator.behave({ silent: true });
  expect(JSON.parse((await notes('accept', '--amount', '1000', '--json')).out)).toMatchObject({
    ok: false,
    fault: { code: 'cash.silent' },
  });
  expect(await notes('accept')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--amount') });
  expect(await notes('accept', '--amount', '1.5')).toMatchObject({ exitCode: 2 });
});

test('beside a running kiosk no money is taken that its ledger would not hear of', async () => {
  await install('notes-ccnet');
  const kiosk = createServer((asked) => asked.destroy());
  await new Promise<void>((listening) => kiosk.listen(path.join(folder, 'state', 'control.sock'), listening));
  expect(await notes('accept', '--amount', '1000')).toMatchObject({
    exitCode: 1,
    errors: expect.stringContaining('ledger'),
  });
  await new Promise<void>((closed) => kiosk.close(() => closed()));
});
