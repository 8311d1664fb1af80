/** The doctor tells the truth about differently broken cabinets while he has their ports for himself; in English. */
import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSerial } from '#drivers/transport/serial.ts';
import { BROKEN_CABINETS } from '#fixtures/cabinet/broken-cabinets.table.ts';
import { examine, isFound, readExamined, withCabinet, type Examined } from '#fixtures/cabinet/examine-cabinet.ts';
import type { SmallCabinet } from '#fixtures/cabinet/open-small-cabinet.ts';

/** The doctor as a process of another user. */
async function examineAs(uid: number, { configFile }: SmallCabinet, device: string): Promise<Examined> {
  const main = path.resolve(import.meta.dirname, '../main.ts');
  const words = [main, 'doctor', '--config', configFile, '--device', device, '--json'];
  const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };
  const doctor = spawn(process.execPath, words, { uid, gid: uid, cwd: os.tmpdir(), env });
  let out = '';
  doctor.stdout.on('data', (text) => {
    out += String(text);
  });
  const exitCode = await new Promise((resolve) => doctor.once('close', resolve));
  return readExamined(exitCode, out);
}

// Mostly waiting for devices that keep silent: all at once. The language is the whole process's.
describe('without a kiosk', { concurrent: true, timeout: 60_000 }, () => {
  beforeAll(() => void vi.stubEnv('LC_ALL', 'C.UTF-8'));
  afterAll(() => void vi.unstubAllEnvs());

  test('a cabinet that is well', () =>
    withCabinet(['card-reader', 'receipt', 'notes', 'ups'], async (cabinet) => {
      const devices = ['card-reader', 'receipt', 'notes', 'ups'];
      const examined = await Promise.all(devices.map((device) => examine(cabinet, device)));
      expect(examined.map(({ exitCode, check }) => [check.device, check.state, exitCode])).toEqual(
        devices.map((device) => [device, 'ok', 0]),
      );
    }));

  test.for(BROKEN_CABINETS)('$name', ({ devices, spoil, alone }) =>
    withCabinet(devices, async (cabinet) => {
      await spoil(cabinet);
      isFound(await examine(cabinet, devices[0]), devices[0], alone);
    }),
  );

  test('a port that another program has: that program is named', () =>
    withCabinet(['card-reader'], async (cabinet) => {
      const held = await openSerial({ path: cabinet.sim('card-reader').path, baudRate: 115_200 });
      const examined = await examine(cabinet, 'card-reader');
      if (held.ok) await held.value.close();
      const hint = new RegExp(`The process ${process.pid} \\(.+\\) has this port: stop it`);
      isFound(examined, 'card-reader', { state: 'failed', message: /not connected|does not answer/, hint });
    }));

  test.skipIf(process.getuid?.() !== 0)(
    'a port that this user may not open: the group is named (skipped where nobody may become another user)',
    () =>
      withCabinet(['card-reader'], async (cabinet) => {
        await chmod(cabinet.folder, 0o755);
        isFound(await examineAs(65_534, cabinet, 'card-reader'), 'card-reader', {
          state: 'failed',
          message: /may not open .*card-reader \(group .+\)/,
          hint: /sudo usermod -aG \S+ nobody/,
        });
      }),
  );
});
