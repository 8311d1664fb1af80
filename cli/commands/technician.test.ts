/** A night with the technician: key, telephone, panel, bundle; and nothing of a citizen leaves on the stick. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ControlName, ControlRequest } from '#contract/control.ts';
import type { BundleReport } from '#contract/technician/bundle.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban, type Typed } from '#fixtures/cabinet/type-yeban.ts';
import { resident, SAYS } from '#fixtures/people/cards.ts';
import { CANARY, inventedCase } from '#fixtures/store/invented-records.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';
import type { Json } from '#contract/json.ts';
import type { Kiosk } from '#electron/main/start.ts';

const PHONE = '13800138000';
const RECEIPT_TEXT = '林晓月的优待证明天可取';

let cabinet: Cabinet;
let kiosk: Kiosk;
let stick: string;
let keyFile: string;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  cabinet = await openCabinet('http://127.0.0.1:9');
  stick = path.join(cabinet.folder, 'stick');
  keyFile = path.join(cabinet.folder, 'night-desk.key');
  mkdirSync(stick);
  await cabinet.configure({ bundleFolders: [stick] });
  kiosk = await cabinet.startKiosk();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cabinet.close();
});

const type = (...words: string[]): Promise<Typed> => typeYeban('technician', ...words, '--config', cabinet.configFile);
const resultOf = ({ out }: Typed): unknown => (JSON.parse(out) as { result: unknown }).result;
const call = (name: ControlName, request: Json): Promise<TechnicianReply> =>
  cabinet.askAsPage('technician', { kind: 'call', name, request });
async function reply<N extends ControlName>(name: N, request: ControlRequest<N>): Promise<Json> {
  const told = await call(name, request as Json);
  if (told.kind !== 'reply') throw new Error(JSON.stringify(told));
  return told.reply;
}

test('without a key nobody comes in; a key is handed out once, and lies where others can’t read it', async () => {
  expect(await cabinet.askAsPage('technician', { kind: 'open' })).toMatchObject({ code: 'technician.noKey' });
  expect(await type('key', '--name', 'night-desk', '--to', keyFile)).toMatchObject({ exitCode: 0 });
  expect(await type('key', '--name', 'inspection', '--role', 'inspector', '--to', `${keyFile}2`)).toMatchObject({
    exitCode: 0,
  });
  for (const file of [keyFile, path.join(cabinet.store, 'technician', 'keys.json')])
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(await type('key', '--name', 'night-desk', '--to', `${keyFile}3`)).toMatchObject({ exitCode: 2 });
  expect(await type('key', '--name', 'third', '--to', keyFile)).toMatchObject({ exitCode: 2 });
  expect(await type('revoke', 'inspection')).toMatchObject({ exitCode: 0 });
  expect(resultOf(await type('keys', '--json'))).toMatchObject({ keys: [{ name: 'night-desk', role: 'technician' }] });
});

test('the answer from the telephone unlocks; while it is unlocked nobody is served', async () => {
  await cabinet.publish();
  await expect.poll(async () => (await kiosk.view()).body.kind, { timeout: 20_000 }).toBe('attract');
  const opened = await cabinet.askAsPage('technician', { kind: 'open' });
  if (opened.kind !== 'challenge') throw new Error(JSON.stringify(opened));
  const { challenge } = opened;
  const misheard = `${challenge.slice(0, 9)}${(Number(challenge[9]) + 1) % 10}`;
  expect(await typeYeban('technician', 'answer', '--key', keyFile, misheard)).toMatchObject({ exitCode: 2 });
  const told = await typeYeban('technician', 'answer', '--key', keyFile, challenge.slice(0, 5), challenge.slice(5));
  const [who, answer = ''] = told.out.split('\n');
  expect(who).toBe('micro-centre-1 · night-desk (technician)');
  expect(await cabinet.askAsPage('technician', { kind: 'answer', answer })).toMatchObject({ kind: 'unlocked' });
  const { revision } = await kiosk.view();
  expect(await cabinet.askAsPage('session.intend', { revision, intent: { kind: 'begin' } })).toEqual({
    accepted: false,
  });
});

test('the cabinet, its tests, its paper: and the statistics outlive the kiosk', async () => {
  expect(await reply('cabinet.view', null)).toMatchObject({
    devices: [
      { id: 'card-reader', spot: { x: 10 } },
      { id: 'receipt', tests: [{ command: 'print' }] },
    ],
  });
  await cabinet.reader.putDown(resident);
  const read = await reply('device.tryOut', { device: 'card-reader', command: 'read' } as never);
  expect(read).toMatchObject({ passed: true, fault: null });
  expect(JSON.stringify(read)).not.toContain(SAYS.resident.name);
  await reply('supply.renew', { supply: 'receipt/roll', amount: null } as never);
  expect(await reply('device.tryOut', { device: 'receipt', command: 'print' } as never)).toMatchObject({
    passed: true,
  });
  await reply('device.judge', { device: 'receipt', command: 'print', good: true } as never);
  expect(await reply('counters.read', null)).toMatchObject([{ device: 'receipt', what: 'sheets', today: 1 }]);
  const [roll] = (await reply('supplies.read', null)) as { left: number }[];
  expect(roll?.left).toBeGreaterThan(79.7);
  expect(roll?.left).toBeLessThan(79.96);
  expect(await reply('machine.report', null)).toMatchObject({ deviceHost: { starts: 1 } });
});

test('a bundle on a stick and one by terminal: nothing of a citizen, no secret, no name of a key', async () => {
  await cabinet.askAsPage('screen.trouble', { message: `call ${PHONE} about ${SAYS.resident.idNumber}` });
  const journal = kiosk.store.journal(makeHubKey().sealingKey);
  const session = await journal.openSession();
  await journal.commit({ session, snapshot: { phone: PHONE, name: CANARY }, records: [inventedCase(1)] });
  await cabinet.reader.lift();
  await cabinet.reader.putDown(resident);
  const read = await typeYeban('device', 'card-reader', 'read', '--config', cabinet.configFile);
  expect(read.out).toContain(SAYS.resident.name);
  const print = { blocks: [{ kind: 'title', text: RECEIPT_TEXT }] };
  const executed = { device: 'receipt', command: 'print', payload: print, timeoutMs: 10_000 } as const;
  expect(await call('device.execute', executed)).toMatchObject({ code: 'technician.notHere' });
  const file = path.join(cabinet.folder, 'page.json');
  writeFileSync(file, JSON.stringify(print));
  expect(await typeYeban('device', 'receipt', 'print', '--file', file, '--config', cabinet.configFile)).toMatchObject({
    exitCode: 0,
  });
  expect(await call('bundle.write', { folder: cabinet.folder })).toMatchObject({ code: 'bundle.notADrive' });
  expect(await reply('drives.list', null)).toEqual(
    expect.arrayContaining([expect.objectContaining({ folder: stick })]),
  );
  const written = (await reply('bundle.write', { folder: stick })) as { folder: string };
  const byTerminal = resultOf(await type('bundle', '--to', cabinet.folder, '--json')) as BundleReport;
  const log = byTerminal.files.find(({ name }) => name === 'log.jsonl');
  // Here no service runs; where one does, its log is there and nothing needs saying.
  expect(log?.remark === undefined).toBe(log?.bytes !== 0);
  expect(byTerminal.files.at(-1)).toMatchObject({ name: 'manifest.json' });
  const nowhere = await type('bundle', '--to', path.join(cabinet.folder, 'no-such-stick'));
  expect(nowhere).toMatchObject({ exitCode: 1, errors: expect.stringContaining('There is no such folder') });
  const secret = (JSON.parse(readFileSync(keyFile, 'utf8')) as { secret: string }).secret;
  for (const folder of [written.folder, byTerminal.folder]) {
    const names = readdirSync(folder);
    expect(names).toEqual(
      expect.arrayContaining(['doctor.json', 'history.jsonl', 'audit.jsonl', 'trace-receipt.jsonl']),
    );
    const text = names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
    const { name, idNumber, address } = SAYS.resident;
    const personal = [name, idNumber, address, CANARY, PHONE, RECEIPT_TEXT, secret, 'night-desk'];
    expect(personal.filter((each) => each !== undefined && text.includes(each))).toEqual([]);
    expect(text).toContain('"micro-centre-1"');
  }
  expect(readFileSync(path.join(written.folder, 'log.jsonl'), 'utf8')).toContain('call [telephone] about [number]');
  expect(readFileSync(path.join(written.folder, 'doctor.json'), 'utf8')).toContain('"card-reader"');
  await journal.forgetSession(session);
});

test('everything that was done is in the audit, over a restart, and no page finds the panel unlocked', async () => {
  await cabinet.askAsPage('session.view', null);
  expect(await call('drives.list', null)).toMatchObject({ code: 'technician.locked' });
  await kiosk.close();
  expect(await type('revoke', 'night-desk')).toMatchObject({ exitCode: 0 });
  kiosk = await cabinet.startKiosk();
  // They go to the hub too: each is a sealed row beside that of the citizen's case.
  await expect.poll(async () => (await kiosk.store.outbox.status()).pending, { timeout: 10_000 }).toBeGreaterThan(15);
  const audit = await type('audit');
  expect(audit.exitCode).toBe(0);
  for (const line of [
    /socket {2}device.execute {2}receipt print {2}begun/,
    /key.made {2}night-desk technician {2}done/,
    /key.revoked {2}night-desk {2}done/,
    /night-desk {2}panel.unlock {2}- {2}done/,
    /night-desk {2}device.tryOut {2}card-reader read {2}done/,
    /night-desk {2}supply.renew {2}receipt\/roll {2}done/,
    /night-desk {2}bundle.write {2}\S+stick {2}done/,
    /entries checked, the chain holds\.$/,
  ])
    expect(audit.out).toMatch(line);
  // The printer's first answer after the restart may still be on its way.
  await expect
    .poll(async () => (await type('status')).out, { timeout: 10_000 })
    .toMatch(/card-reader {2}idcard-sdt {2}online\nreceipt {2}receipt-escpos {2}online$/);
  expect((await type('history')).out).toContain('Print a test page: looked at, good  night-desk');
  expect((await type('supplies')).out).toContain('receipt/roll  receipt roll: 79');
  expect((await type('counters')).out).toContain('receipt  sheets printed: today 2');
  await kiosk.close();
  expect((await type('audit')).out).toContain('the chain holds');
  expect(await type('supplies')).toMatchObject({ exitCode: 1 });
});
