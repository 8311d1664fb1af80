/** How a kiosk begins: without a window nothing stays running, without a release it waits and then goes on counting. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Clock } from '#contract/clock.ts';
import { KioskConfig } from '#contract/config.ts';
import type { ScreenView } from '#contract/screen.ts';
import { HallClock } from '#fixtures/hall/hall-clock.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import { publishCatalog } from '#fixtures/hall/publish-catalog.ts';
import { makeHandClock } from '#fixtures/store/hand-clock.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';
import type { OpenShell } from '../shell/shell.ts';
import { openStore } from '../store/open-store.ts';
import { systemClock } from './system-clock.ts';
import { startKiosk, type KioskOptions } from './start.ts';

let folder: string;
let sessionKeyFolder: string;
let shown: ScreenView[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yeban-start-'));
  sessionKeyFolder = await makeSessionKeyFolder();
  shown = [];
});
afterEach(() => {
  for (const place of [folder, sessionKeyFolder]) rmSync(place, { recursive: true });
});

const log = (): void => {};
const aWindow: OpenShell = async () => ({
  publish: (_name, view) => {
    shown.push(view as ScreenView);
  },
  reload: async () => {},
  close: async () => {},
});

function options(openShell: OpenShell, clock: Clock): KioskOptions {
  const hub = { url: 'http://127.0.0.1:9' };
  const config = KioskConfig.parse({ station: 'micro-centre-1', store: folder, hub });
  return { config, openShell, rendererFolder: folder, sessionKeyFolder, clock, log };
}

test('no window can be had: the reason is told, and nothing of the kiosk stays running', async () => {
  const clock = makeHandClock();
  const starting = startKiosk(options(() => Promise.reject(new Error('no window')), clock));
  await expect(starting).rejects.toThrow('no window');
  expect([...clock.timers].map(({ ms }) => ms)).toEqual([]);
  // The lock of the store is free again.
  const { station } = options(aWindow, clock).config;
  const store = await openStore({ folder: path.join(folder, 'data'), sessionKeyFolder, station, clock, log });
  await store.close();
});

test('who it is can not be kept: the window and the store that were open already are closed again', async () => {
  await writeFile(path.join(folder, 'identity'), 'a file where a folder belongs');
  let closed = 0;
  const window: OpenShell = async (host, size) => ({
    ...(await aWindow(host, size)),
    close: async () => {
      closed += 1;
    },
  });
  const given = options(window, systemClock);
  await expect(startKiosk(given)).rejects.toThrow(/identity/);
  expect(closed).toBe(1);
  const { station } = given.config;
  const store = await openStore({
    ...{ sessionKeyFolder, station, log },
    folder: path.join(folder, 'data'),
    clock: systemClock,
  });
  await store.close();
});

test('out of service until a release comes; the first screen of the session is newer than all before, and can be touched at once', async () => {
  const clock = new HallClock();
  const touched = Promise.withResolvers<ScreenView>();
  const window: OpenShell = async (host, size) => ({
    ...(await aWindow(host, size)),
    publish: (_name, view) => {
      const { body } = view as ScreenView;
      // The session's own word: this kiosk.yaml names no reader, and nothing can be done without one.
      const isOurs = body.kind === 'outOfService' && body.reference === 'CardReader/notInKioskYaml';
      if (isOurs) setImmediate(() => touched.resolve(view as ScreenView));
    },
  });
  const kiosk = await startKiosk(options(window, clock));
  const closed = await kiosk.view();
  expect(closed.body).toMatchObject({ kind: 'outOfService', reference: 'release.refused/noTrustRoot' });
  await publishCatalog({ store: folder, sealingKey: makeHubKey().sealingKey });
  clock.advance(5_000);
  const first = await touched.promise;
  expect(first.revision).toBeGreaterThan(closed.revision);
  expect(await kiosk.intend(first.revision, { kind: 'begin' })).toBe(true);
  await kiosk.close();
});
