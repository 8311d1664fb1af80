/** A kiosk without content waits for it, says once why, and begins when it comes. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StationId } from '#contract/ids.ts';
import { publishCatalog } from '#fixtures/hall/publish-catalog.ts';
import { makeHandClock, type HandClock } from '#fixtures/store/hand-clock.ts';
import { makeHubKey } from '#fixtures/store/temporary-store.ts';
import { awaitRelease, type ReleaseWatch } from './hall-release.ts';

const { sealingKey } = makeHubKey();
const station = StationId.parse('micro-centre-1');

let store: string;
let clock: HandClock;
let noted: string[];
let reasons: string[];
let watch: ReleaseWatch;
beforeEach(() => {
  store = mkdtempSync(path.join(os.tmpdir(), 'yeban-release-'));
  clock = makeHandClock();
  [noted, reasons] = [[], []];
  const log = (event: string) => noted.push(event);
  watch = awaitRelease({ store, station }, clock, log, (reason) => reasons.push(reason));
});
afterEach(() => {
  watch.stop();
  rmSync(store, { recursive: true });
});

test('it is asked for all night, said once, and found in the morning', async () => {
  for (let tries = 0; tries < 10; tries += 1) (await clock.timer(() => true)).fire();
  const next = await clock.timer(() => true);
  expect(reasons).toEqual(['noTrustRoot']);
  expect(noted).toEqual(['release.refused']);
  await publishCatalog({ store, sealingKey });
  next.fire();
  expect((await watch.found).release).toBe(1);
  expect(clock.timers.size).toBe(0);
});

test('stopped while it looks, it looks no more', async () => {
  const timer = await clock.timer(() => true);
  timer.fire();
  watch.stop();
  await new Promise((resolve) => setImmediate(resolve));
  await publishCatalog({ store, sealingKey });
  expect(clock.timers.size).toBe(0);
});
