/** A technician commands one device over a real wire: without a kiosk, beside a running one, and while a citizen is served. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SessionId } from '#contract/ids.ts';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';

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
const answer = async (...words: string[]): Promise<unknown> => JSON.parse((await device(...words, '--json')).out);

test('without a kiosk: a card is read, a receipt printed, a status told, by opening the device', async () => {
  await cabinet.reader.putDown(resident);
  expect(await answer('card-reader', 'read')).toEqual({ ok: true, result: SAYS.resident });
  await cabinet.reader.lift();
  const printed = await answer('receipt', 'print', '--file', receipt);
  expect(printed).toEqual({ ok: true, result: { outcome: 'printed', paper: 'ok' } });
  expect(JSON.stringify(await cabinet.printer.tearOff())).toContain('望舒区测试页');
  expect(await answer('receipt', 'status')).toMatchObject({
    ok: true,
    result: {
      state: 'online',
      values: { paper: { value: 'ok', source: expect.stringMatching(/polled|unsolicited/) } },
    },
  });
  expect(await device('receipt', 'self-test')).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('paper: ok'),
  });
});

test('beside a running kiosk: the same words, the same answers, and no card in the log', async () => {
  await cabinet.publish();
  const kiosk = await cabinet.startKiosk();
  await cabinet.reader.putDown(resident);
  expect(await answer('card-reader', 'read')).toEqual({ ok: true, result: SAYS.resident });
  await cabinet.reader.lift();
  expect(await answer('receipt', 'print', '--file', receipt)).toMatchObject({ result: { outcome: 'printed' } });
  expect(await answer('receipt', 'status')).toMatchObject({ ok: true, result: { state: 'online' } });
  expect(cabinet.logged).toContain('["control.called",{"call":"device.execute","ok":true}]');
  expect(cabinet.logged.join()).not.toContain(SAYS.resident.name);

  // A citizen comes: nobody takes the devices from him.
  const citizen = SessionId.parse(crypto.randomUUID());
  kiosk.devices.claim(citizen);
  expect(kiosk.report().busy).toBe(true);
  expect(await answer('receipt', 'self-test')).toMatchObject({ ok: false, fault: { code: 'device.busy' } });
  kiosk.devices.release(citizen);
  expect(kiosk.report().busy).toBe(false);
  await kiosk.close();
});

test('trouble has the fault’s code and says what to do; in Chinese for who reads Chinese', async () => {
  await cabinet.printer.behave({ 'paper-out': true });
  const answered = await device('receipt', 'print', '--file', receipt, '--json');
  expect(answered.exitCode).toBe(1);
  expect(JSON.parse(answered.out)).toMatchObject({ ok: false, fault: { code: 'printer.paperOut' } });
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  expect((await device('receipt', 'print', '--file', receipt)).errors).toContain('更换纸卷');
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  await cabinet.printer.behave({ 'paper-out': false });
});

test('typing slips end with 2 and a guess, before any device is touched', async () => {
  expect(await device('card-raeder', 'read')).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('card-reader'),
  });
  expect(await device('receipt', 'prnt')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('print') });
  expect(await device('receipt', 'print')).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--file') });
  expect(await device('receipt', 'status', '--timeout', 'soon')).toMatchObject({ exitCode: 2 });
  expect(await typeYeban('device', 'receipt', 'status', '--config', receipt)).toMatchObject({ exitCode: 2 });
});
