/** The device host as a utility process of a real Electron, wherever its binary is. */
import path from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DevicesOnTrial } from '#fixtures/browser/electron-devices.ts';
import { electronBinary } from '../electron-binary.ts';

const MAIN = path.resolve(import.meta.dirname, '../../../fixtures/browser/electron-devices.ts');
const binary = await electronBinary();

test('the device host runs as a utility process, and is started again when it is killed', async ({ skip }) => {
  if (binary === null) return skip("Electron's binary is not on this machine");
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath: binary, args: [...sandbox, MAIN] });
  const ask = (what: keyof DevicesOnTrial): Promise<unknown> =>
    app.evaluate(async (_electronModule, name) => {
      const trial: DevicesOnTrial = await Reflect.get(globalThis, 'onTrial');
      return trial[name]();
    }, what);
  try {
    expect(await ask('readCard')).toBe('device.missing');
    const pid = Number(await ask('pid'));
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => ask('pid'), { timeout: 10_000 }).not.toBe(pid);
    await expect.poll(() => ask('readCard'), { timeout: 10_000 }).toBe('device.missing');
  } finally {
    app.process().kill('SIGKILL');
  }
});
