/** Finds Electron's binary without asking the `electron` package for it: that would start a download. */
import { access, constants, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The executable's path, or null when only Electron's types are here (it is fetched at first use, where that's allowed). */
export async function electronBinary(): Promise<string | null> {
  try {
    const binary = await expectedPath();
    await access(binary, constants.X_OK);
    return binary;
  } catch {
    return null;
  }
}

/** As the package's own index.js has it: path.txt is written by the download, and names the file in `dist`. */
async function expectedPath(): Promise<string> {
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (elsewhere !== undefined) return path.join(elsewhere, 'electron');
  const folder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const name = (await readFile(path.join(folder, 'path.txt'), 'utf8')).trim();
  return path.join(folder, 'dist', name);
}
