/** Which window the kiosk gets, and what is said when it gets none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseShell } from './choose-shell.ts';

describe('in plain Node', () => {
  let folder: string;
  let executable: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-choose-'));
    executable = path.join(folder, 'chromium');
    await writeFile(executable, '', { mode: 0o755 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const environment = { DISPLAY: ':0' };

  test.each(['auto', 'chromium'] as const)('%s means the Chromium that is there', async (wish) => {
    const choice = await chooseShell(wish, { profileFolder: folder, executable, environment });
    expect(choice).toMatchObject({ ok: true, value: { name: 'chromium' } });
    if (choice.ok) expect(choice.value.reason).toContain(executable);
  });

  test('electron can not be had, and it says how to get it', async () => {
    const choice = await chooseShell('electron', { profileFolder: folder, executable });
    expect(choice).toMatchObject({ ok: false, fault: expect.stringContaining('start the kiosk with Electron') });
  });

  test.each([
    ['X11', { DISPLAY: ':0' }, [], true],
    ['Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, [], true],
    ['no screen at all', { DISPLAY: '' }, [], false],
    ['no screen, and none wanted', {}, ['--headless=new'], true],
  ])('with %s', async (_, screen, extraFlags, can) => {
    const choice = await chooseShell('auto', { profileFolder: folder, executable, extraFlags, environment: screen });
    expect(choice.ok).toBe(can);
    if (!choice.ok) expect(choice.fault).toMatch(/DISPLAY and WAYLAND_DISPLAY are not set.*graphical session/);
  });

  test('no Chromium: it says where it looked and what to install', async () => {
    const choice = await chooseShell('auto', { profileFolder: folder, executable: '/nowhere/chromium' });
    expect(choice).toMatchObject({ ok: false, fault: expect.stringMatching(/nowhere\/chromium.*install/) });
  });
});
