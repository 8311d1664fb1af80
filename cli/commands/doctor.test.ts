/** The doctor tells the truth: of a kiosk that is well, and of ones that are broken in different ways. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { startPlainHub, type PlainHub } from '#fixtures/cabinet/start-plain-hub.ts';
import { freePort } from '#fixtures/hall/free-port.ts';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { z } from 'zod';

const Report = z.strictObject({
  ok: z.literal(true),
  result: z.strictObject({
    checks: z.array(
      z.strictObject({
        id: z.string(),
        device: z.string().optional(),
        state: z.enum(['ok', 'warning', 'failed', 'unknown']),
        message: z.string().min(1),
        hint: z.string(),
      }),
    ),
  }),
});

let hub: PlainHub;
let cabinet: Cabinet;
beforeAll(async () => {
  hub = await startPlainHub();
  cabinet = await openCabinet(hub.url);
  await cabinet.publish();
});
afterAll(async () => {
  await cabinet.close();
  await hub.close();
});
beforeEach(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  vi.stubEnv('XDG_RUNTIME_DIR', '/dev/shm');
  await cabinet.configure({});
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** By id, devices by their own name: what the doctor said, and the exit code. */
async function examine(...words: string[]) {
  const { exitCode, out } = await typeYeban('doctor', '--config', cabinet.configFile, ...words, '--json');
  const { checks } = Report.parse(JSON.parse(out)).result;
  const named = Object.fromEntries(checks.map((check) => [check.device ?? check.id, check]));
  const sick = checks.filter(({ state }) => state === 'failed').map(({ id, device }) => device ?? id);
  return { exitCode, named, sick };
}

describe('a kiosk that is well', () => {
  test('while it runs: everything is said to be well, the screen apart, which no doctor over ssh can see', async () => {
    const kiosk = await cabinet.startKiosk();
    await expect.poll(() => kiosk.report().release).toBe(1);
    const { exitCode, named, sick } = await examine();
    expect({ exitCode, sick }).toEqual({ exitCode: 0, sick: [] });
    const well = ['config', 'kiosk', 'card-reader', 'receipt', 'store', 'outbox', 'hub', 'clock', 'release', 'node'];
    expect(well.filter((name) => named[name]?.state !== 'ok')).toEqual([]);
    await kiosk.close();
  });

  test('while it does not run: the same of its devices and its store', async () => {
    const { exitCode, named, sick } = await examine();
    expect({ exitCode, sick }).toEqual({ exitCode: 0, sick: [] });
    const well = ['card-reader', 'receipt', 'store', 'outbox', 'hub', 'clock', 'release'];
    expect(well.filter((name) => named[name]?.state !== 'ok')).toEqual([]);
    expect(named['kiosk']?.state).toBe('unknown');
  });
});

describe('a kiosk that is broken', () => {
  test('a cable that was pulled, beside a running kiosk', async () => {
    const kiosk = await cabinet.startKiosk();
    await cabinet.reader.unplug();
    const { exitCode, named, sick } = await examine();
    expect({ exitCode, sick }).toEqual({ exitCode: 1, sick: ['card-reader'] });
    expect(named['card-reader']?.hint).toContain('cable');
    await cabinet.reader.plug();
    await kiosk.close();
  });

  test('a wrong baud rate: the right one is found and named', async () => {
    await cabinet.configure({ readerBaudRate: 38_400 });
    const { named, sick } = await examine('--device', 'card-reader');
    expect(sick).toEqual(['card-reader']);
    expect(named['card-reader']?.message).toContain('38400');
    expect(named['card-reader']?.hint).toContain('115200');
    expect(Object.keys(named)).toEqual(['card-reader']);
  });

  test('paper out, paper near its end, cover open: each is called by its name', async () => {
    const printer = async () => (await examine('--device', 'receipt')).named['receipt'];
    await cabinet.printer.behave({ 'paper-out': true });
    expect(await printer()).toMatchObject({ state: 'failed', hint: expect.stringContaining('roll') });
    await cabinet.printer.behave({ 'paper-out': false, 'cover-open': true });
    expect(await printer()).toMatchObject({ state: 'failed', hint: expect.stringContaining('cover') });
    await cabinet.printer.behave({ 'cover-open': false, 'paper-near-end': true });
    expect(await printer()).toMatchObject({ state: 'warning' });
    await cabinet.printer.behave({ 'paper-near-end': false });
  });

  test('a path that does not exist: the one that was meant is named', async () => {
    await cabinet.configure({ readerPath: `${cabinet.reader.path}s` });
    const { named, sick } = await examine('--device', 'card-reader');
    expect(sick).toEqual(['card-reader']);
    expect(named['card-reader']?.hint).toContain(`Did you mean ${cabinet.reader.path}?`);
  });

  test('no kiosk.yaml where it was looked for: said in words, with the option that names another', async () => {
    const { exitCode, named, sick } = await examine('--config', `${cabinet.configFile}.gone`);
    expect({ exitCode, sick }).toEqual({ exitCode: 1, sick: ['config'] });
    expect(named['config']?.message).toBe(`There is no ${cabinet.configFile}.gone.`);
    expect(named['config']?.hint).toContain('--config FILE');
  });

  test('a hub that is away, one that is a login page, and one that lives in another hour', async () => {
    await cabinet.configure({ withoutDevices: true, hubUrl: `http://127.0.0.1:${await freePort()}` });
    const away = await examine();
    expect(away.named['hub']?.message).toContain('ECONNREFUSED');
    expect({ sick: away.sick, clock: away.named['clock']?.state }).toEqual({ sick: ['hub'], clock: 'unknown' });
    await cabinet.configure({ withoutDevices: true });
    hub.say('<html>Please log in to the hotel</html>', new Date(Date.now() - 3_600_000));
    const strange = await examine();
    expect(strange.sick).toEqual(['hub', 'clock']);
    expect(strange.named['hub']?.message).toContain('not as a hub');
    expect(strange.named['clock']?.message).toMatch(/3(59\d|60\d) s ahead/);
  });

  test('a kiosk that the hub does not know, until it does', async () => {
    await cabinet.configure({ withoutDevices: true });
    expect((await examine()).named['enrolment']).toMatchObject({
      state: 'warning',
      hint: expect.stringContaining('code'),
    });
    mkdirSync(path.join(cabinet.store, 'identity'), { recursive: true });
    const key = path.join(cabinet.store, 'identity', 'device-key.json');
    writeFileSync(key, JSON.stringify({ enrolled: { keyId: 'k-7' } }));
    expect((await examine()).named['enrolment']).toMatchObject({ state: 'ok', message: 'Enrolled (key k-7).' });
    rmSync(key);
  });

  test('a release that was changed after it was signed, and none at all', async () => {
    await cabinet.configure({ withoutDevices: true });
    const targets = path.join(cabinet.store, 'releases', '1', 'targets');
    const [first = ''] = readdirSync(targets);
    writeFileSync(path.join(targets, first), '{}');
    expect((await examine()).sick).toContain('release');
    writeFileSync(path.join(cabinet.store, 'releases', 'current'), '7\n');
    expect((await examine()).named['release']?.message).toContain('notFound');
  });

  test('a database that is a poem', async () => {
    await cabinet.configure({ withoutDevices: true });
    writeFileSync(path.join(cabinet.store, 'data', 'store.db'), 'not a database but a poem about the moon'.repeat(200));
    const { exitCode, named, sick } = await examine();
    expect(exitCode).toBe(1);
    expect(sick).toContain('store');
    expect(named['store']?.hint).toContain('Delete nothing');
  });

  test('a kiosk.yaml with mistakes: each of them, with its line', async () => {
    writeFileSync(cabinet.configFile, 'station: micro-centre-1\nstore: ./state\nhub: { url: "ftp://here" }\n');
    const { exitCode, named, sick } = await examine();
    expect({ exitCode, sick }).toEqual({ exitCode: 1, sick: ['config'] });
    expect(named['config']?.message).toContain('kiosk.yaml:3');
  });
});

test('who reads Chinese is answered in Chinese, with what to do', async () => {
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  await cabinet.printer.behave({ 'paper-out': true });
  const { out } = await typeYeban('doctor', '--config', cabinet.configFile, '--device', 'receipt');
  expect(out).toContain('[故障] receipt');
  expect(out).toContain('更换纸卷');
  await cabinet.printer.behave({ 'paper-out': false });
});

test('a device that kiosk.yaml does not have ends with 2', async () => {
  expect(await typeYeban('doctor', '--config', cabinet.configFile, '--device', 'notes')).toMatchObject({ exitCode: 2 });
});
