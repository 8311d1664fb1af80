/** What waits for the hub, told the same by the running kiosk and by the store of one that does not run. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RecordEnvelope } from '#contract/record.ts';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { CANARY, inventedCase } from '#fixtures/store/invented-records.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';

const ROWS = 70;
const { sealingKey } = makeHubKey();
let cabinet: Cabinet;
beforeEach(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  cabinet = await openCabinet('http://127.0.0.1:9');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await cabinet.close();
});

const outbox = (...words: string[]): Promise<Typed> => typeYeban('outbox', ...words, '--config', cabinet.configFile);

/** The hub is away, so what is kept waits. */
async function keepCases(kiosk: Awaited<ReturnType<Cabinet['startKiosk']>>): Promise<void> {
  const journal = kiosk.store.journal(sealingKey);
  const session = await journal.openSession();
  const records = Array.from({ length: ROWS }, (_, index) => inventedCase(index + 1));
  await journal.commit({ session, snapshot: null, records });
  await journal.forgetSession(session);
}

test('beside a running kiosk and after it: the same numbers, a chain that holds, every row sealed in the copy', async () => {
  const kiosk = await cabinet.startKiosk();
  await keepCases(kiosk);
  const waits = {
    ok: true,
    result: { epoch: kiosk.store.epoch, firstSeq: 1, lastSeq: ROWS, pending: ROWS, chain: 'ok' },
  };
  const look = async (copy: string): Promise<void> => {
    const file = path.join(cabinet.folder, copy);
    expect(JSON.parse((await outbox('status', '--json')).out)).toMatchObject(waits);
    expect(await outbox('verify')).toMatchObject({ exitCode: 0, out: `${ROWS} rows checked, the chain holds.` });
    expect(JSON.parse((await outbox('export', '--to', file, '--json')).out)).toMatchObject({ result: { rows: ROWS } });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => RecordEnvelope.parse(JSON.parse(line)).seq)).toEqual(
      Array.from({ length: ROWS }, (_, index) => index + 1),
    );
    expect(lines.join()).not.toContain(CANARY);
  };
  await look('beside.jsonl');
  expect(cabinet.logged).toContain('["control.called",{"call":"outbox.page","ok":true}]');
  await kiosk.close();
  await look('after.jsonl');
});

test('a copy never overwrites another one', async () => {
  const kiosk = await cabinet.startKiosk();
  await kiosk.close();
  expect(await outbox('export', '--to', cabinet.configFile)).toMatchObject({ exitCode: 2 });
  expect(readFileSync(cabinet.configFile, 'utf8')).toContain('micro-centre-1');
});

test('a store that never was and one that is a poem are not called empty', async () => {
  expect(JSON.parse((await outbox('status', '--json')).out)).toMatchObject({ fault: { code: 'store.absent' } });
  const kiosk = await cabinet.startKiosk();
  await kiosk.close();
  writeFileSync(path.join(cabinet.store, 'data', 'store.db'), 'not a database but a poem about the moon'.repeat(200));
  const damaged = await outbox('status', '--json');
  expect(damaged.exitCode).toBe(1);
  expect(JSON.parse(damaged.out)).toMatchObject({ ok: false, fault: { code: 'store.damaged' } });
});

test('an action that does not exist ends with 2', async () => {
  expect(await outbox('empty')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('verify') });
});
