/** Copies the program as it runs in a hall into an empty folder: bundled, with its page and the packages that have addons. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { neededPackages } from './needed-packages.ts';
import { shipsPackageFile } from './ships.ts';
import { PACKAGES } from './what-ships.table.ts';

/** What is needed of our package.json: by Node to run modules, by electron-builder to find the packages. */
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  type: z.literal('module'),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

export type ShellName = 'chromium' | 'electron';

/** The program itself, from the root of what was copied. */
export const PROGRAM = '.build/kiosk/yeban.js';

export interface CopiedApp {
  readonly version: string;
}

/** What vite makes of our sources, and the command that has it made. */
const BUILT: Readonly<Record<string, string>> = {
  '.build/kiosk': 'npx vite build electron',
  '.build/renderer': 'npx vite build renderer',
  '.build/preload': 'npx vite build electron/preload',
};

/** `root` is the checkout. Throws, with the command to run, when something has not been built or a package is missing. */
export async function copyApp(root: string, target: string, shell: ShellName): Promise<CopiedApp> {
  for (const folder of await neededPackages(root, PACKAGES)) {
    await copyChosen(folder, path.join(target, path.relative(root, folder)), shipsPackageFile);
  }
  await copyBuilt(root, target, '.build/kiosk');
  await copyBuilt(root, target, '.build/renderer');
  if (shell === 'electron') await copyBuilt(root, target, '.build/preload');
  const manifest = Manifest.parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, manifest.dependencies[name] ?? '*']));
  const ours = { ...manifest, main: PROGRAM, dependencies };
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(ours, null, 2)}\n`);
  await cp(path.join(root, 'LICENSE'), path.join(target, 'LICENSE'));
  return { version: manifest.version };
}

async function copyBuilt(root: string, target: string, folder: string): Promise<void> {
  try {
    await cp(path.join(root, folder), path.join(target, folder), { recursive: true });
  } catch (error) {
    throw new Error(`${folder} is not built. First run: ${BUILT[folder]}`, { cause: error });
  }
}

/** Copies the files that `chosen` wants; it sees paths below `from`, with forward slashes. */
async function copyChosen(from: string, to: string, chosen: (file: string) => boolean): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = path.relative(from, path.join(entry.parentPath, entry.name));
    if (!entry.isFile() || !chosen(file.replaceAll(path.sep, '/'))) continue;
    await mkdir(path.dirname(path.join(to, file)), { recursive: true });
    await cp(path.join(from, file), path.join(to, file));
  }
}
