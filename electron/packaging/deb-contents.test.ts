/** The Debian package of a kiosk, looked into before anybody installs it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EMPTY_PAGE, ORIGIN } from '#electron/shell/shell.ts';
import { loadConfig } from '#electron/config/load-config.ts';
import { ROOT } from '#fixtures/house/sources.ts';
import { buildDeb } from './build-deb.ts';
import { missingForDeb } from './missing-for-deb.ts';

const missing = missingForDeb();

describe.skipIf(missing !== null)(`the package${missing === null ? '' : ` (not run: ${missing})`}`, () => {
  let folder: string;
  let deb: string;
  let files: readonly string[];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-deb-test-'));
    deb = await buildDeb({ folder, compression: 'none' });
    const listed = execFileSync('dpkg-deb', ['--contents', deb], { maxBuffer: 1e8 }).toString().trim().split('\n');
    files = listed.map((line) => /\s\.\/(\S*)/.exec(line)?.[1] ?? '').filter((file) => /[^/]$/.test(file));
    execFileSync('dpkg-deb', ['--extract', deb, path.join(folder, 'root')]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const inRoot = (file: string): string => path.join(folder, 'root', file);

  test('belongs to root and lets nobody else write', () => {
    const lines = execFileSync('dpkg-deb', ['--contents', deb], { maxBuffer: 1e8 }).toString().trim().split('\n');
    expect(lines.filter((line) => !/^[-d]rw[-x]r-[-x]r-[-x] root\/root |^lrwxrwxrwx root\/root /.test(line))).toEqual(
      [],
    );
  });

  test('keeps to the places of a package', () => {
    const elsewhere = files.filter(
      (file) => !/^(opt\/yeban\/|etc\/(yeban|chromium|systemd)\/|usr\/(lib|share)\/)/.test(file),
    );
    expect(elsewhere).toEqual([]);
  });

  test('holds nothing that is only for us', () => {
    const app = files.filter((file) => file.startsWith('opt/yeban/app/')).map((file) => file.slice(14));
    const places = app.map((file) => /^(?:\.build\/)?[^/]+/.exec(file)?.[0]);
    expect([...new Set(places)].toSorted()).toEqual([
      '.build/kiosk',
      '.build/renderer',
      'LICENSE',
      'node_modules',
      'package.json',
    ]);
    expect(
      app.filter((file) => /node_modules\/(vitest|vite|typescript|electron|playwright|fast-check|react|pg)/.test(file)),
    ).toEqual([]);
    const addons = app.filter((file) => file.endsWith('.node')).map((file) => file.split('/')[1]);
    expect(addons).toEqual(['@pcsc-mini', '@serialport', 'better-sqlite3', 'node-hid']);
  });

  test('holds every file of its own that a manual, a unit or the workflow names', async () => {
    const tellers = ['docs/operations.md', 'docs/technician.md', '.github/workflows/electron.yml'];
    const texts = await Promise.all([
      ...tellers.map((file) => readFile(path.join(ROOT, file), 'utf8')),
      readFile(inRoot('usr/lib/systemd/system/yeban-kiosk.service'), 'utf8'),
    ]);
    const named = texts.flatMap((text) => text.match(/(?<=\/)opt\/yeban\/[\w./-]*\w/g) ?? []);
    expect(named.length).toBeGreaterThan(texts.length);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  test('has no test branch in what is ours', async () => {
    const ours = files.filter((file) => /^opt\/yeban\/app\/\.build\/kiosk\/|^usr\/lib|\/bin\/c/.test(file));
    const texts = await Promise.all(ours.map((file) => readFile(inRoot(file), 'utf8')));
    expect(ours.filter((_, index) => texts[index]?.includes('NODE_ENV'))).toEqual([]);
  });

  test('marks as settings what a technician may change', () => {
    const conffiles = execFileSync('dpkg-deb', ['--info', deb, 'conffiles']).toString().trim().split('\n');
    expect(conffiles).toEqual(['/etc/chromium/policies/managed/yeban.json', '/etc/yeban/kiosk.sample.yaml']);
  });

  test('brings a sample that the kiosk understands', async () => {
    expect(await loadConfig(inRoot('etc/yeban/kiosk.sample.yaml'))).toMatchObject({
      ok: true,
      value: { store: '/var/lib/yeban', trust: '/etc/yeban/release-key.json', shell: 'chromium' },
    });
  });

  test('closes Chromium for every page but ours', async () => {
    const Policies = z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]));
    const policies = Policies.parse(
      JSON.parse(await readFile(inRoot('etc/chromium/policies/managed/yeban.json'), 'utf8')),
    );
    expect(policies).toMatchObject({
      URLBlocklist: expect.arrayContaining(['*', 'chrome://*', 'view-source:*', 'devtools://*', 'file://*', 'data:*']),
      URLAllowlist: [ORIGIN, new URL(EMPTY_PAGE).origin],
      PrintingEnabled: false,
      DownloadRestrictions: 3,
      AllowFileSelectionDialogs: false,
      IncognitoModeAvailability: 1,
      ExtensionInstallBlocklist: ['*'],
      PasswordManagerEnabled: false,
      ComponentUpdatesEnabled: false,
      // The pipe by which the kiosk drives it is a kind of debugging.
      RemoteDebuggingAllowed: true,
    });
    // With it Chromium lets go of the pipe whenever another page is shown.
    expect(policies).not.toHaveProperty('DeveloperToolsAvailability');
    const guards = Object.entries(policies).filter(([name]) => /^Default\w+Setting$/.test(name));
    expect(guards.length).toBeGreaterThan(10);
    expect(guards.filter(([, setting]) => setting !== 2)).toEqual([]);
  });

  test('runs on the Chromium that Debian keeps current', async () => {
    const depends = execFileSync('dpkg-deb', ['--field', deb, 'Depends']).toString();
    expect(depends).toMatch(/\bchromium \(>= \d+\)/);
    const wrapper = await readFile(inRoot('opt/yeban/bin/chromium-on-xwayland'), 'utf8');
    expect(wrapper).toMatch(/^exec \/usr\/lib\/chromium\/chromium --ozone-platform=x11 "\$@"$/m);
    const unit = await readFile(inRoot('usr/lib/systemd/system/yeban-kiosk.service'), 'utf8');
    expect(unit).toMatch(/^Environment=KIOSK_CHROMIUM=\/opt\/yeban\/bin\/chromium-on-xwayland$/m);
  });

  test('ignores keyboards and mice, and shows no login behind the kiosk', async () => {
    const rules = await readFile(inRoot('usr/lib/udev/rules.d/90-yeban.rules'), 'utf8');
    for (const kind of ['KEYBOARD', 'MOUSE']) {
      expect(rules).toMatch(
        new RegExp(`^SUBSYSTEM=="input",.*ENV\\{ID_INPUT_${kind}\\}=="1", ENV\\{LIBINPUT_IGNORE_DEVICE\\}="1"$`, 'm'),
      );
    }
    // The kiosk may read codes and cards that come over HID.
    // A stick may bring files, and nothing that runs.
    expect(rules).toMatch(/ID_FS_TYPE\}=="vfat\|exfat", RUN\+="\/usr\/bin\/systemd-mount .*nosuid,nodev,noexec,sync/);
    expect(rules).toMatch(/^SUBSYSTEM=="hidraw", SUBSYSTEMS=="usb", GROUP="dialout", MODE="0660"$/m);
    expect(await readFile(inRoot('usr/lib/systemd/logind.conf.d/yeban.conf'), 'utf8')).toMatch(/^NAutoVTs=0$/m);
    expect(await readFile(inRoot('usr/lib/sysctl.d/60-yeban.conf'), 'utf8')).toMatch(/^kernel\.sysrq = 0$/m);
  });

  test('lets no login session take the kiosk out of its unit', async () => {
    const unit = await readFile(inRoot('usr/lib/systemd/system/yeban-kiosk.service'), 'utf8');
    // With PAM, systemd would hear none of what a child of the main process says.
    expect(unit).not.toMatch(/^PAMName=/m);
    expect(unit).toMatch(/^Type=notify$/m);
    expect(unit).toMatch(/^NotifyAccess=all$/m);
    expect(unit).toMatch(/^WatchdogSec=\d+$/m);
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^RuntimeDirectoryPreserve=restart$/m);
    // Each of them would shut out a device that is plugged in later.
    expect(unit).not.toMatch(/^(ProtectClock|PrivateDevices|DevicePolicy|DeviceAllow)=/m);
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  const without = analyze ? '' : ' (not run: no systemd-analyze on this machine)';
  test.skipIf(!analyze)(`has a unit that systemd accepts and finds well shut${without}`, async () => {
    const root = path.join(folder, 'machine');
    await cp(path.join(folder, 'root'), root, { recursive: true, filter: (from) => !from.includes('/opt/yeban/app/') });
    const units = path.join(root, 'usr/lib/systemd/system');
    await cp(['/usr/lib/systemd/system', '/lib/systemd/system'].find(existsSync) ?? '', units, { recursive: true });
    for (const program of ['usr/bin/cage', 'usr/bin/chvt']) {
      await mkdir(path.dirname(path.join(root, program)), { recursive: true });
      await writeFile(path.join(root, program), '', { mode: 0o755 });
    }
    await writeFile(path.join(units, 'seatd.service'), '[Service]\nExecStart=/usr/bin/cage\n');
    const verified = spawnSync('systemd-analyze', ['verify', `--root=${root}`, 'yeban-kiosk.service']);
    expect(
      verified.stderr
        .toString()
        .split('\n')
        .filter((line) => line.includes('yeban')),
    ).toEqual([]);
    const unit = path.join(units, 'yeban-kiosk.service');
    const judged = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', unit]).stdout.toString();
    const exposure = Number(/exposure level for [^:]*: ([\d.]+)/.exec(judged)?.[1]);
    expect(exposure).toBeLessThanOrEqual(3);
  });

  test('knows every file again', async () => {
    const sums = execFileSync('dpkg-deb', ['--info', deb, 'md5sums'], { maxBuffer: 1e8 }).toString().trim().split('\n');
    const links = ['etc/systemd/system/ctrl-alt-del.target'];
    expect(sums.map((line) => line.slice(34)).toSorted()).toEqual(
      files.filter((file) => !links.includes(file.split(' ')[0] ?? '')).toSorted(),
    );
  });

  test('names the version of this checkout', async () => {
    const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(execFileSync('dpkg-deb', ['--field', deb, 'Version']).toString().trim()).toBe(version);
  });
});
