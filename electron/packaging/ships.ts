/** Decides, file by file, what goes into a package for a hall. */
import { LEFT_BEHIND, ONLY_IN_ELECTRON, ROOMS, SHIPPED_ALL_THE_SAME } from './what-ships.table.ts';

export type ShellName = 'chromium' | 'electron';

/** `file` is a path from the root of the checkout, with forward slashes. */
export function shipsSource(file: string, shell: ShellName): boolean {
  if (!/\.(ts|mjs|sql)$/.test(file) || /\.(test|d)\.ts$|(^|\/)vite\.config\.ts$/.test(file)) return false;
  if (shell === 'chromium' && ONLY_IN_ELECTRON.some((place) => isAtOrBelow(file, place))) return false;
  if (SHIPPED_ALL_THE_SAME.some((place) => file === place)) return true;
  return ROOMS.some((room) => isAtOrBelow(file, room)) && !LEFT_BEHIND.some((place) => isAtOrBelow(file, place));
}

/** `file` is a path from the root of an npm package: code, data and licences, addons for Linux on x64 with glibc only. */
export function shipsPackageFile(file: string): boolean {
  if (/^(node_modules|tests?|build|deps)\//.test(file)) return false;
  if (/^licen[cs]e/i.test(file) || file === 'package.json') return true;
  if (file.endsWith('.node')) return /linux-x64(\.node$|\/.*glibc\.node$)/.test(file);
  return /\.(js|cjs|mjs|json)$/.test(file) && !/\.(test|spec)\.[cm]?js$/.test(file);
}

function isAtOrBelow(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}
