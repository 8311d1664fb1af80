/** What electron-builder is told: a closed binary, and nothing in it but what ships. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { houseFiles, read, ROOT } from '#fixtures/house/sources.ts';
import { buildElectronApp, ELECTRON_APP } from './build-electron-app.ts';
import { shipsSource } from './ships.ts';
import { PACKAGES } from './what-ships.table.ts';

/** The fields of electron-builder 26.17.0 (its scheme.json) that we use; a field it does not know ends its run. */
const Settings = z.strictObject({
  appId: z.string().regex(/^[a-z]+(\.[a-z]+)+$/),
  productName: z.string(),
  copyright: z.string(),
  electronVersion: z.string(),
  directories: z.strictObject({ app: z.string(), output: z.string() }),
  npmRebuild: z.boolean(),
  files: z.array(z.string()),
  asar: z.boolean(),
  asarUnpack: z.array(z.string()),
  electronFuses: z.strictObject({
    runAsNode: z.boolean(),
    enableNodeOptionsEnvironmentVariable: z.boolean(),
    enableNodeCliInspectArguments: z.boolean(),
    onlyLoadAppFromAsar: z.boolean(),
    enableEmbeddedAsarIntegrityValidation: z.boolean(),
    grantFileProtocolExtraPrivileges: z.boolean(),
    enableCookieEncryption: z.boolean(),
  }),
  linux: z.strictObject({
    category: z.string(),
    executableName: z.string(),
    maintainer: z.string().regex(/ <\S+@\S+>$/),
    target: z.array(z.enum(['deb', 'AppImage'])),
  }),
});
const settings = Settings.parse(parse(read('electron-builder.yml')));
const Manifest = z.looseObject({
  main: z.string().optional(),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()).optional(),
});

describe('the binary', () => {
  test('is a kiosk and nothing else: every fuse is as it must be', () => {
    expect(settings.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
    });
  });

  test('loads its program from an archive, and addons from beside it', () => {
    expect(settings).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], npmRebuild: false });
  });

  test('is the Electron that is tested', () => {
    expect(Manifest.parse(JSON.parse(read('package.json'))).devDependencies?.['electron']).toBe(
      settings.electronVersion,
    );
  });

  test('starts its device host without running itself as Node, which the fuse forbids', () => {
    expect(read('electron/main/main.ts')).toContain('startUtilityHost');
    const asNode = houseFiles().filter((file) => shipsSource(file) && read(file).includes('ELECTRON_RUN_AS_NODE'));
    expect(asNode).toEqual([]);
  });
});

const missing = ['.build/kiosk/yeban.js', '.build/renderer/index.html', '.build/preload/electron-preload.cjs'].find(
  (file) => !existsSync(path.join(ROOT, file)),
);
describe.skipIf(missing !== undefined)(
  `what is packed${missing === undefined ? '' : ` (not run: no ${missing})`}`,
  () => {
    test('is what ships, with the Electron shell and its preload', async () => {
      expect(settings.directories.app).toBe(ELECTRON_APP);
      expect(settings.files).toEqual(['**/*']);
      const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-electron-app-'));
      try {
        await buildElectronApp(folder);
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const files = entries
          .filter((entry) => entry.isFile())
          .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
        const others = files.filter((file) => !/^(node_modules|\.build)\//.test(file));
        expect(others.toSorted()).toEqual(['LICENSE', 'package.json']);
        expect(files).toEqual(
          expect.arrayContaining([
            '.build/kiosk/part-electron-shell.js',
            '.build/preload/electron-preload.cjs',
            '.build/renderer/index.html',
            'node_modules/better-sqlite3/prebuilds/linux-x64.node',
          ]),
        );
        const manifest = Manifest.parse(JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')));
        expect(files).toContain(manifest.main);
        expect(Object.keys(manifest.dependencies).toSorted()).toEqual([...PACKAGES].toSorted());
        expect(Object.values(manifest.dependencies)).not.toContain('*');
        expect(manifest).not.toHaveProperty('devDependencies');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
);
