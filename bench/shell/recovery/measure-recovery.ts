/** kill -9 of each part of a kiosk and of the hub, and how long until one can go on; beside a fresh start of that part. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { probeChromium, PROBE_FLAG } from '#fixtures/browser/cdp-probe.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { familyOf } from '#fixtures/hall/process-tree.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import type { BenchHall } from '../hall.ts';
import { percentile } from '../percentile.ts';
import { superviseKiosk, wallTime, type WatchedKiosk } from './kiosk-under-supervisor.ts';
import { measureHub } from './measure-hub.ts';

const ROUNDS = 5;

interface Recovery {
  readonly name: string;
  /** Milliseconds from the kill until the citizen can go on, and of a fresh start of the same part. */
  readonly times: number[];
  readonly fresh: number[];
}

export async function measureRecovery(
  folder: string,
  hall: BenchHall,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const sessionKeyFolder = await makeSessionKeyFolder();
  const profileFolder = path.join(folder, 'browser');
  const settings = {
    executable: await chromiumEngine(),
    profileFolder,
    configFile: hall.configFile,
    sessionKeyFolder,
    extraFlags: [PROBE_FLAG],
  };
  const page: Recovery = { name: 'page: the same screen again', times: [], fresh: [] };
  const devices: Recovery = { name: 'device host: both devices ready (goal ≤ 2,000 ms)', times: [], fresh: [] };
  const main: Recovery = { name: 'main: the same screen again, by the supervisor', times: [], fresh: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    say(`recovery: round ${round + 1} of ${ROUNDS}`);
    await using kiosk = superviseKiosk(settings);
    const painted = await kiosk.hears('painted', 0);
    main.fresh.push(painted.at - kiosk.startedAt());
    const started = await kiosk.hears('deviceHost', 0);
    devices.fresh.push((await bothOnline(kiosk, started.at)) - started.at);
    await beginVisit(profileFolder);
    page.fresh.push(await freshPage(kiosk, profileFolder));
    page.times.push(await killPage(kiosk, profileFolder));
    devices.times.push(await killDeviceHost(kiosk));
    main.times.push(await killMain(kiosk));
  }
  await rm(sessionKeyFolder, { recursive: true });
  say('recovery: the hub');
  const hubs = await measureHub(folder, ROUNDS);
  const hub: Recovery = { name: 'hub: lets kiosks in again, started at once', ...hubs };
  return [page, devices, main, hub].map(({ name, times, fresh }) => {
    const value = percentile(times, 50);
    const limit = percentile(fresh, 50);
    const worst = Math.round(Math.max(...times));
    const what = `killed, ${name}, median of ${times.length}, slowest ${worst} ms (limit: a fresh start of that part)`;
    return { what, value, unit: 'ms', limit, ratio: value / limit };
  });
}

/** A screen of a session that has to come back, not the one that invites. */
async function beginVisit(profileFolder: string): Promise<void> {
  const probe = await probeChromium(profileFolder);
  await probe.evaluate(
    `kiosk.call('session.view', null).then(({ revision }) => kiosk.call('session.intend', { revision, intent: { kind: 'begin' } }))`,
  );
  probe.close();
}

/** From another site, and so in another process, to our page painted. */
async function freshPage(kiosk: WatchedKiosk, profileFolder: string): Promise<number> {
  const probe = await probeChromium(profileFolder);
  const from = wallTime();
  // Lock-down leads home again at once.
  await probe.page('Page.navigate', { url: 'https://empty.invalid/' });
  const { at } = await kiosk.hears('painted', from);
  probe.close();
  return at - from;
}

async function killPage(kiosk: WatchedKiosk, profileFolder: string): Promise<number> {
  const probe = await probeChromium(profileFolder);
  // As the browser knows them: what is drawn by a process shows in its command line only later.
  const pages = await probe.processes('renderer');
  probe.close();
  const from = wallTime();
  for (const pid of pages) process.kill(pid, 'SIGKILL');
  return (await kiosk.hears('painted', from)).at - from;
}

async function killDeviceHost(kiosk: WatchedKiosk): Promise<number> {
  const host = familyOf(kiosk.mainPid(), 'no other mark').find(({ words }) => /device-host[^ ]*\.[jt]s/.test(words));
  if (host === undefined) throw new Error('no device host runs');
  const from = wallTime();
  process.kill(host.pid, 'SIGKILL');
  return (await bothOnline(kiosk, from)) - from;
}

async function killMain(kiosk: WatchedKiosk): Promise<number> {
  const from = wallTime();
  process.kill(kiosk.mainPid(), 'SIGKILL');
  return (await kiosk.hears('painted', from)).at - from;
}

async function bothOnline(kiosk: WatchedKiosk, since: number): Promise<number> {
  const both = await Promise.all(['card-reader', 'receipt'].map((device) => kiosk.hears('online', since, device)));
  return Math.max(...both.map(({ at }) => at));
}
