/** The device host never outlives the kiosk: a dead main leaves no process behind that holds the ports. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = `
  Promise.all([import('#electron/devices/device-host-client.ts'), import('#electron/main/system-clock.ts')])
    .then(([{ startDeviceHost }, { systemClock }]) =>
      startDeviceHost({ devices: [], clock: systemClock, log: () => undefined }))
    .then((host) => process.stdout.write(String(host.pid)));
`;

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('main is killed: the device host goes by itself', async () => {
  const main = spawn(process.execPath, ['--eval', MAIN], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [output] = (await once(main.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    expect(lives(pid)).toBe(true);
    main.kill('SIGKILL');
    await expect.poll(() => lives(pid), { timeout: 10_000 }).toBe(false);
  } finally {
    main.kill('SIGKILL');
  }
});
