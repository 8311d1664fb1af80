/** A browser that starts and then says nothing is ended, and the reason is told. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HandClock } from '#fixtures/simulators/clock/hand-clock.ts';
import { openBrowser } from './browser.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-browser-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a browser that never answers does not keep the kiosk waiting for ever', async () => {
  const executable = path.join(folder, 'chromium');
  await writeFile(executable, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  const clock = new HandClock();
  const host = {
    asset: () => Promise.resolve(new Response()),
    call: () => Promise.reject(new Error('nobody calls')),
    gone: () => undefined,
  };
  const options = { executable, profileFolder: path.join(folder, 'profile'), network: 'unreachable', clock } as const;
  let reason = '';
  openBrowser(options, host, { width: 1080, height: 1920 }).catch((error: unknown) => (reason = String(error)));
  const aLittleLater = (): string => {
    clock.forward(30_000);
    return reason;
  };
  await expect.poll(aLittleLater, { timeout: 15_000 }).toContain('browser exited with SIGKILL');
});
