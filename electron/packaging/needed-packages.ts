/** Finds the folders of all npm packages that a few of them need to run, where Node would find them. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ONLY_TO_COMPILE } from './what-ships.table.ts';

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** Absolute folders, sorted. Throws, with its name, when a package that is not optional is missing. */
export async function neededPackages(root: string, names: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const visit = async (from: string, name: string, optional: boolean): Promise<void> => {
    if (ONLY_TO_COMPILE.some((tool) => tool === name)) return;
    const folder = resolveFolder(root, from, name);
    if (folder === null) {
      if (optional) return;
      throw new Error(`The package ${name}, needed by ${path.relative(root, from) || 'Yeban'}, is not installed.`);
    }
    if (found.has(folder)) return;
    found.add(folder);
    const manifest = Manifest.parse(JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')));
    const optionals = Object.keys(manifest.optionalDependencies);
    for (const each of optionals) await visit(folder, each, true);
    for (const each of Object.keys(manifest.dependencies)) await visit(folder, each, optionals.includes(each));
  };
  for (const name of names) await visit(root, name, false);
  return [...found].toSorted();
}

/** From the inside out, as Node looks: `a/node_modules/b/node_modules`, then `a/node_modules`. */
function resolveFolder(root: string, from: string, name: string): string | null {
  for (let place = from; ; place = path.dirname(place)) {
    const folder = path.join(place, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (place === root) return null;
  }
}
