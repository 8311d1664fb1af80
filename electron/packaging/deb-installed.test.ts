/** The Debian package put on a throw-away machine, and the kiosk started from where it was installed. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameSource } from '../main/name-source.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import { publishCatalog } from '#fixtures/hall/publish-catalog.ts';
import { startIdCardReader, startReceiptPrinter } from '#fixtures/simulators/start-simulator.ts';
import { stringify } from 'yaml';
import { buildDeb } from './build-deb.ts';
import { missingForDeb } from './missing-for-deb.ts';
import { PACKAGES } from './what-ships.table.ts';

const missing = missingForDeb() ?? (process.getuid?.() === 0 ? null : 'only root can install a package');

describe.skipIf(missing !== null)(`installed${missing === null ? '' : ` (not run: ${missing})`}`, () => {
  let folder: string;
  let root: string;
  const dpkg = (...words: string[]) =>
    spawnSync('dpkg', [`--root=${root}`, '--force-depends', '--force-script-chrootless', ...words], {
      encoding: 'utf8',
    });
  const inRoot = (file: string): string => path.join(root, file);
  const yeban = (): string[] => [inRoot('opt/yeban/bin/node'), inRoot('opt/yeban/app/.build/kiosk/yeban.js')];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-installed-'));
    root = path.join(folder, 'root');
    for (const place of ['info', 'updates', 'triggers']) {
      await mkdir(path.join(root, 'var/lib/dpkg', place), { recursive: true });
    }
    await mkdir(inRoot('etc'));
    await writeFile(inRoot('var/lib/dpkg/status'), '');
    const deb = await buildDeb({ folder, compression: 'none' });
    const installed = dpkg('--install', deb);
    if (installed.status !== 0) throw new Error(installed.stderr);
  });
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  test('there is a user who may use screen and serial devices, and nothing more', async () => {
    const groups = (await readFile(inRoot('etc/group'), 'utf8')).split('\n');
    const memberships = groups.filter((line) => line.endsWith(':kiosk')).map((line) => line.split(':')[0]);
    expect(memberships.toSorted()).toEqual(['dialout', 'render', 'video']);
    expect(await readFile(inRoot('etc/passwd'), 'utf8')).toMatch(
      /^kiosk:x:\d+:\d+:.*:\/var\/lib\/yeban:\/usr\/sbin\/nologin$/m,
    );
    expect((await lstat(inRoot('var/lib/yeban'))).mode & 0o777).toBe(0o700);
  });

  test('the kiosk starts at boot, and no key combination restarts the machine', async () => {
    const wanted = await readlink(inRoot('etc/systemd/system/graphical.target.wants/yeban-kiosk.service'));
    expect(wanted).toBe('/usr/lib/systemd/system/yeban-kiosk.service');
    expect(await readlink(inRoot('etc/systemd/system/ctrl-alt-del.target'))).toBe('/dev/null');
  });

  test('a wrong kiosk.yaml is answered with every mistake in it', async () => {
    const config = path.join(folder, 'wrong.yaml');
    await writeFile(config, 'station: 1\nstore: /x\nhub: { url: http://example.invalid }\nshel: auto\n');
    const [node = '', ...words] = yeban();
    const { status, stderr } = spawnSync(node, [...words, 'kiosk', '--config', config], { cwd: '/', encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/:1:\d+ station: /);
    expect(stderr).toMatch(/:3:\d+ hub\.url: .*https/);
    expect(stderr).toMatch(/:4:\d+ .*shel/);
  });

  test.each(PACKAGES)('the addon of %s was installed with it', (name) => {
    const [node = ''] = yeban();
    const load = ['--input-type=module', '--eval', `await import('${name}')`];
    const { status, stderr } = spawnSync(node, load, { cwd: inRoot('opt/yeban/app'), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('a crash names our sources, not the bundle', async () => {
    const program = inRoot('opt/yeban/app/.build/kiosk');
    const parts = (await readdir(program)).filter((file) => file.endsWith('.js'));
    const texts = await Promise.all(parts.map((file) => readFile(path.join(program, file), 'utf8')));
    const holder = texts.findIndex((text) => text.includes('function startKiosk('));
    const line = (texts[holder] ?? '').split('\n').findIndex((text) => text.includes('function startKiosk(')) + 1;
    const named = nameSource(`at startKiosk (file://${path.join(program, parts[holder] ?? '')}:${line}:1)`);
    expect(named).toMatch(/^at startKiosk \(electron\/main\/start\.ts:\d+:\d+\)$/);
    expect(nameSource('at x (node:internal/x:1:2)')).toBe('at x (node:internal/x:1:2)');
  });

  test('what is not in it says so: the hub runs elsewhere', () => {
    const [node = '', ...words] = yeban();
    const { status, stderr } = spawnSync(node, [...words, 'hub'], { cwd: '/', encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('This package is the kiosk only');
    expect(stderr).not.toContain('ERR_');
  });

  test('with its devices and a release it comes up, tells systemd, and ends when told to', async () => {
    const reader = await startIdCardReader({ link: path.join(folder, 'card-reader') });
    const printer = await startReceiptPrinter({ link: path.join(folder, 'receipt') });
    const store = path.join(folder, 'store');
    await publishCatalog({ store, sealingKey: { keyId: 'k1', publicKey: randomBytes(32).toString('base64') } });
    const config = path.join(folder, 'kiosk.yaml');
    await writeFile(
      config,
      stringify({
        station: 'micro-centre-1',
        store,
        hub: { url: 'http://127.0.0.1:9' },
        devices: [
          { id: 'card-reader', class: 'CardReader', model: 'idcard-sdt', path: reader.path },
          { id: 'receipt', class: 'Printer', model: 'receipt-escpos', path: printer.path },
        ],
      }),
    );
    const kiosk = await startInstalled(folder, [...yeban(), 'kiosk', '--config', config]);
    try {
      await expect.poll(() => kiosk.notes(), { timeout: 15_000 }).toMatch(/^READY=1$[^]*^WATCHDOG=1$/m);
      await expect
        .poll(() => kiosk.events().filter((event) => event === 'device.opened'), { timeout: 5_000 })
        .toHaveLength(2);
      expect(kiosk.events()).not.toContain('release.refused');
    } finally {
      expect(await kiosk.end()).toBe(0);
      await reader.close();
      await printer.close();
    }
  });

  test('a file that was changed is noticed', async () => {
    expect(dpkg('--verify', 'yeban-kiosk').stdout).toBe('');
    const victim = '/opt/yeban/app/.build/kiosk/yeban.js';
    await appendFile(inRoot(victim), '\n');
    expect(dpkg('--verify', 'yeban-kiosk').stdout).toContain(victim);
  });

  test('removed and purged, it leaves only the store: records may wait in it', async () => {
    await writeFile(inRoot('var/lib/yeban/record'), 'waits');
    expect(dpkg('--purge', 'yeban-kiosk').status).toBe(0);
    const left = execFileSync('find', [root, '-name', '*yeban*']).toString().trim().split('\n');
    expect(left).toEqual([inRoot('var/lib/yeban')]);
    expect(await readFile(inRoot('var/lib/yeban/record'), 'utf8')).toBe('waits');
  });
});

/** A kiosk as the unit starts it, on an engine that needs no screen; `systemd-notify` only writes down what it is told. */
async function startInstalled(folder: string, [node = '', ...words]: readonly string[]) {
  const programs = path.join(folder, 'programs');
  const notes = path.join(folder, 'notes');
  const runtime = await makeSessionKeyFolder();
  await mkdir(programs);
  await writeFile(notes, '');
  await writeFile(path.join(programs, 'systemd-notify'), `#!/bin/sh\necho "$@" >> ${notes}\n`, { mode: 0o755 });
  const engine = path.join(programs, 'chromium');
  // Without a first page the headless engine opens no window at all.
  await writeFile(engine, `#!/bin/sh\nexec ${await chromiumEngine()} "$@" --headless about:blank\n`, { mode: 0o755 });
  const child = spawn(node, words, {
    cwd: '/',
    env: {
      PATH: `${programs}:${process.env['PATH']}`,
      RUNTIME_DIRECTORY: runtime,
      NOTIFY_SOCKET: path.join(folder, 'socket'),
      WATCHDOG_USEC: '900000',
      KIOSK_CHROMIUM: engine,
      DISPLAY: ':0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const events: string[] = [];
  createInterface(child.stderr).on('line', (line) => events.push(/"event":"([^"]+)"/.exec(line)?.[1] ?? line));
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return {
    events: () => events,
    notes: () => readFile(notes, 'utf8'),
    end: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      await rm(runtime, { recursive: true });
      return code;
    },
  };
}
