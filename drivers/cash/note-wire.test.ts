/** Notes over a real pseudo-terminal, against the validators' own processes: stored, given back, and a cable pulled in between. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CashItem } from '#contract/devices/cash-acceptor.ts';
import { NOTE_MODELS } from '#fixtures/cash/note-models.ts';
import { systemClock } from '#fixtures/simulators/clock/system-clock.ts';
import { startNotesCcnet } from '#fixtures/simulators/notes-ccnet/start.ts';
import { startNotesId003 } from '#fixtures/simulators/notes-id003/start.ts';
import { startNotesSsp } from '#fixtures/simulators/notes-ssp/start.ts';
import type { NoteValidatorSim } from '#fixtures/simulators/notes/note-hands.ts';
import type { Driver } from '../driver.ts';
import { machineCables } from '../transport/cables.ts';

const START = { 'notes-ccnet': startNotesCcnet, 'notes-id003': startNotesId003, 'notes-ssp': startNotesSsp } as const;
const QUICK = { acceptMs: 60, stackMs: 60, returnMs: 60, startMs: 100 };
const TEN = 1_000;

let folder: string;
let validator: NoteValidatorSim;
let driver: Driver<'CashAcceptor'>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yeban-notes-'));
});
afterEach(async () => {
  await driver.close();
  await validator.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['notes-ccnet', 'notes-id003', 'notes-ssp'] as const)('%s', async (model) => {
  validator = await START[model]({ link: path.join(folder, 'notes'), settings: QUICK });
  driver = NOTE_MODELS[model].open({
    id: 'notes',
    place: { path: validator.path },
    cables: machineCables,
    clock: systemClock,
    log: () => undefined,
  });
  const options = { timeoutMs: 15_000 };
  const started = async (since: string | null): Promise<unknown> => {
    const told = await driver.execute('reconcile', { since }, options);
    expect(await driver.execute('cashInStart', { acceptFen: [TEN] }, options)).toMatchObject({ ok: true });
    return told.ok ? told.value.happened : told.fault;
  };
  const offered = async (): Promise<CashItem> => {
    const waiting = driver.execute('cashIn', {}, options);
    // The note before may still be told of: the slot opens when that is acknowledged.
    while (!(await validator.insert(TEN))) await driver.execute('status', {}, options);
    const item = await waiting;
    if (!item.ok) throw new Error(item.fault.code);
    return item.value;
  };

  expect(await started(null)).toEqual([]);
  const first = await offered();
  expect(await driver.execute('store', { mark: first.mark }, options)).toMatchObject({ value: { place: 'stored' } });
  const second = await offered();
  expect(await driver.execute('giveBack', { mark: second.mark }, options)).toMatchObject({
    value: { place: 'returned' },
  });
  const third = await offered();
  const storing = driver.execute('store', { mark: third.mark }, options);
  await validator.unplug();
  const cut = await storing;
  expect(cut.ok ? cut.value.place : cut.fault.code).toMatch(/^(inDoubt|device\.lost)$/);
  await validator.plug();
  // Whatever it was: once it is asked, it is known, and the box agrees.
  const [what] = (await started(third.mark)) as [{ place: string }];
  const { boxFen, backFen } = await validator.counts();
  expect(boxFen).toHaveLength(what.place === 'stored' ? 2 : 1);
  expect(backFen).toHaveLength(what.place === 'stored' ? 1 : 2);
  expect(await driver.execute('cashInEnd', {}, options)).toEqual({ ok: true, value: null });
});
