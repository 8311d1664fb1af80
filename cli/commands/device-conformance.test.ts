/** A technician tries how a device's driver stands a bad wire: a fault that is switched on is told, and a running kiosk is left alone. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { casesAtDevice } from '#drivers/conformance/on-device.ts';
import { openCabinet, type Cabinet } from '#fixtures/cabinet/open-cabinet.ts';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';
import { MISBEHAVIOUR_WORDS } from '../kiosk/misbehaviour-words.table.ts';

let cabinet: Cabinet;
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C.UTF-8');
  cabinet = await openCabinet('http://127.0.0.1:9');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cabinet.close();
});

const tries = (device: string) => typeYeban('device', device, 'conformance', '--json', '--config', cabinet.configFile);

test('a reader that says nothing: told in words with what to do, exit code 1, before anything is tried', async () => {
  await cabinet.reader.behave({ silent: true });
  const { exitCode, out } = await tries('card-reader');
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ok: false, fault: { code: 'card.readerTrouble', hint: expect.any(String) } });
  await cabinet.reader.behave({ silent: false });
});

test('everything that is tried at a device has Chinese words', () => {
  const names = [true, false].flatMap((wholeReports) => casesAtDevice({ wholeReports }).map(({ name }) => name));
  expect(new Set(names)).toEqual(new Set(Object.keys(MISBEHAVIOUR_WORDS)));
});

test('a kiosk that runs keeps its devices', async () => {
  await cabinet.publish();
  await cabinet.startKiosk();
  expect(JSON.parse((await tries('card-reader')).out)).toMatchObject({ ok: false, fault: { code: 'device.busy' } });
});
