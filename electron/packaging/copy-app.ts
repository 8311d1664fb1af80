/** Copies the program as it runs in a hall into an empty folder: sources, packages and the built page. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { neededPackages } from './needed-packages.ts';
import { shipsPackageFile, shipsSource } from './ships.ts';
import { PACKAGES, ROOMS } from './what-ships.table.ts';

/** What Node needs of our package.json to run the sources. */
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  type: z.literal('module'),
  license: z.string(),
  imports: z.record(z.string(), z.string()),
});

export interface CopiedApp {
  readonly version: string;
}

/** `root` is the checkout. Throws when the page has not been built or a package is missing. */
export async function copyApp(root: string, target: string): Promise<CopiedApp> {
  for (const room of ROOMS) {
    await copyChosen(path.join(root, room), path.join(target, room), (file) =>
      shipsSource(`${room}/${file}`, 'chromium'),
    );
  }
  for (const folder of await neededPackages(root, PACKAGES)) {
    await copyChosen(folder, path.join(target, path.relative(root, folder)), shipsPackageFile);
  }
  await copyPage(root, target);
  const manifest = Manifest.parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await cp(path.join(root, 'LICENSE'), path.join(target, 'LICENSE'));
  return { version: manifest.version };
}

async function copyPage(root: string, target: string): Promise<void> {
  const page = path.join('.build', 'renderer');
  try {
    await cp(path.join(root, page), path.join(target, page), { recursive: true });
  } catch (error) {
    throw new Error('The page is not built. First run: npx vite build renderer', { cause: error });
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
