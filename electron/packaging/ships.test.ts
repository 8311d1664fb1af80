/** What a hall gets of this checkout, and what stays here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { houseFiles, read, ROOT } from '#fixtures/house/sources.ts';
import { neededPackages } from './needed-packages.ts';
import { shipsPackageFile, shipsSource } from './ships.ts';
import { PACKAGES } from './what-ships.table.ts';

const sources = houseFiles().filter((file) => shipsSource(file, 'chromium'));

/** Every module that one source names in an import, also in one that runs later or brings only types. */
function importsOf(file: string): readonly string[] {
  const { module } = parseSync(file, read(file));
  const later = [...read(file).matchAll(/\bimport\('([^']+)'\)/g)].map(([, name]) => name ?? '');
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value));
  const reached = [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...later];
  return reached.filter((name): name is string => typeof name === 'string');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('sources', () => {
  test.each([
    'contract/bridge.ts',
    'electron/device-host/main.ts',
    'electron/store/store-worker.ts',
    'electron/store/migrations/0001-start.sql',
    'cli/yeban.mjs',
    'cli/setup/find-node.mjs',
  ])('%s ships', (file) => {
    expect(sources).toContain(file);
  });

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
    expect(shipsSource(file, 'chromium')).toBe(false);
  });

  test('of the Electron shell go only into the Electron package', () => {
    expect(shipsSource('electron/shell/electron/electron-shell.ts', 'chromium')).toBe(false);
    expect(shipsSource('electron/shell/electron/electron-shell.ts', 'electron')).toBe(true);
  });

  test('find everything of the house that they import at their start', () => {
    const missing = sources.flatMap((file) =>
      parseSync(file, read(file))
        .module.staticImports.filter(({ entries }) => entries.some((entry) => !entry.isType))
        .map(({ moduleRequest }) => moduleRequest.value)
        .filter((name) => /^[.#]/.test(name))
        .map((name) => (name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name)))
        .filter((target) => !sources.includes(target))
        .map((target) => `${file} needs ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test('need the listed packages, all of them and no other', () => {
    const named = sources.flatMap((file) => importsOf(file)).filter((name) => !/^([.#]|node:)/.test(name));
    expect([...new Set(named.map(packageOf))].toSorted()).toEqual([...PACKAGES].toSorted());
  });
});

describe('packages', () => {
  test('come with what they need, and without anything that is for developers', async () => {
    const folders = await neededPackages(ROOT, PACKAGES);
    const names = folders.map((folder) => folder.split('node_modules/').at(-1));
    expect(names).toEqual(expect.arrayContaining(['@hpke/common', 'debug', 'node-gyp-build']));
    const manifest: unknown = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const forDevelopers = Object.keys((manifest as { devDependencies: Record<string, string> }).devDependencies);
    expect(names.filter((name) => forDevelopers.includes(name ?? ''))).toEqual([]);
  });

  test('that are missing are named', async () => {
    await expect(neededPackages(ROOT, ['not-there'])).rejects.toThrow(/not-there, needed by Yeban/);
  });

  test.each(['lib/index.js', 'package.json', 'LICENSE', 'prebuilds/linux-x64.node', 'dist/doc/Document.js'])(
    'ship %s',
    (file) => expect(shipsPackageFile(file)).toBe(true),
  );

  test.each([
    'README.md',
    'index.d.ts',
    'index.js.map',
    'src/index.ts',
    'deps/sqlite3/sqlite3.c',
    'build/Release/addon.node',
    'prebuilds/win32-x64.node',
    'prebuilds/linuxmusl-x64.node',
    'prebuilds/linux-x64/@serialport+bindings-cpp.musl.node',
    'dist/poller.test.js',
    'node_modules/inner/index.js',
  ])('leave %s behind', (file) => {
    expect(shipsPackageFile(file)).toBe(false);
  });
});
