/** What a hall gets of this checkout, and what stays here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { read, ROOT } from '#fixtures/house/sources.ts';
import { neededPackages } from './needed-packages.ts';
import { shipsPackageFile, shipsSource } from './ships.ts';
import { PACKAGES } from './what-ships.table.ts';

const PROGRAM_FOLDER = path.join(ROOT, '.build/kiosk');
const SourceMap = z.object({ sources: z.array(z.string()) });

/** Every module that went into the program: ours from the root of the checkout, others from their package on. */
function modulesOfProgram(): readonly string[] {
  const maps = readdirSync(PROGRAM_FOLDER).filter((file) => file.endsWith('.map'));
  const named = maps.flatMap(
    (file) => SourceMap.parse(JSON.parse(readFileSync(path.join(PROGRAM_FOLDER, file), 'utf8'))).sources,
  );
  const inside = named.map((name) => name.replace(/^.*node_modules\//, 'node_modules/').replace(/^(\.\.\/)+/, ''));
  return [...new Set(inside)].filter((name) => /^[\w@]/.test(name));
}

const missing = existsSync(path.join(PROGRAM_FOLDER, 'yeban.js')) ? null : 'not built: npx vite build electron';
describe.skipIf(missing !== null)(`the program${missing === null ? '' : ` (not run: ${missing})`}`, () => {
  const modules = missing === null ? modulesOfProgram() : [];

  test.each([
    'cli/main.ts',
    'contract/bridge.ts',
    'electron/main/start.ts',
    'electron/device-host/main.ts',
    'electron/store/store-worker.ts',
    'electron/ocr/ocr-worker.ts',
    'electron/paper/paper-worker.ts',
    'drivers/receipt-escpos/driver.ts',
  ])('holds %s', (file) => {
    expect(modules).toContain(file);
  });

  test('holds nothing that is only for us', () => {
    const ours = modules.filter((file) => !file.startsWith('node_modules/'));
    expect(ours.filter((file) => !shipsSource(file))).toEqual([]);
  });

  test('holds no package that is for developers', () => {
    const Manifest = z.object({ devDependencies: z.record(z.string(), z.string()) });
    const { devDependencies } = Manifest.parse(JSON.parse(read('package.json')));
    const theirs = modules.filter((file) => file.startsWith('node_modules/'));
    const packages = new Set(theirs.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? ''));
    expect([...packages].filter((name) => Object.hasOwn(devDependencies, name))).toEqual([]);
    expect([...packages]).toEqual(expect.arrayContaining(['zod', 'xstate', 'yaml']));
  });

  test('is told by its licences whose work is in it', () => {
    const licences = readFileSync(path.join(PROGRAM_FOLDER, 'licences.md'), 'utf8');
    for (const name of ['zod', 'xstate', 'yaml', '@hpke/core']) expect(licences).toContain(`## ${name} `);
  });
});

describe('sources', () => {
  test.each([
    'fixtures/hall/start-hall.ts',
    'hub/server/start-hub.ts',
    'bench/shell.ts',
    'docs/map.md',
    'renderer/app.tsx',
    'flows/testing/test-kiosk.ts',
    'flows/catalog/services/senior-card.yaml',
    'electron/packaging/build-deb.ts',
    'electron/shell/choose-shell.test.ts',
    'electron/preload/vite.config.ts',
    'flows/platform.d.ts',
    'cli/setup/set-up.mjs',
    'contracts/other.ts',
  ])('%s stays here', (file) => {
    expect(shipsSource(file)).toBe(false);
  });
});

describe('packages', () => {
  test('come with what they need, and without anything that is for developers', async () => {
    const folders = await neededPackages(ROOT, PACKAGES);
    const names = folders.map((folder) => folder.split('node_modules/').at(-1));
    expect(names).toEqual(
      expect.arrayContaining(['better-sqlite3', 'debug', 'node-gyp-build', '@pcsc-mini/linux-x86_64-gnu']),
    );
    const manifest: unknown = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const forDevelopers = Object.keys((manifest as { devDependencies: Record<string, string> }).devDependencies);
    expect(names.filter((name) => forDevelopers.includes(name ?? ''))).toEqual([]);
  });

  test('that are missing are named', async () => {
    await expect(neededPackages(ROOT, ['not-there'])).rejects.toThrow(/not-there, needed by Yeban/);
  });

  test.each([
    'lib/index.js',
    'build/index.js',
    'package.json',
    'LICENSE',
    'addon.node',
    'prebuilds/linux-x64.node',
    'prebuilds/HID_hidraw-linux-x64/node-napi-v4.node',
    'dist/doc/Document.js',
  ])('ship %s', (file) => expect(shipsPackageFile(file)).toBe(true));

  test.each([
    'README.md',
    'index.d.ts',
    'index.js.map',
    'src/index.ts',
    'deps/sqlite3/sqlite3.c',
    'build/Release/addon.node',
    'build/addon.node.d.ts',
    'prebuilds/win32-x64.node',
    'prebuilds/linuxmusl-x64.node',
    'prebuilds/linux-x64/@serialport+bindings-cpp.musl.node',
    'prebuilds/HID_hidraw-linux-x64-musl/node-napi-v4.node',
    'prebuilds/HID-linux-x64/node-napi-v4.node',
    'dist/poller.test.js',
    'node_modules/inner/index.js',
  ])('leave %s behind', (file) => {
    expect(shipsPackageFile(file)).toBe(false);
  });
});
