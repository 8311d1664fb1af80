/** Decides, file by file, what may be in a package for a hall. */
import { LEFT_BEHIND, ROOMS } from './what-ships.table.ts';

/** Whether a module of ours may be in the program; `file` is a path from the root of the checkout, with forward slashes. */
export function shipsSource(file: string): boolean {
  if (!/\.(ts|mjs)$/.test(file) || /\.(test|d)\.ts$|(^|\/)vite\.config\.ts$/.test(file)) return false;
  return ROOMS.some((room) => isAtOrBelow(file, room)) && !LEFT_BEHIND.some((place) => isAtOrBelow(file, place));
}

/**
 * `file` is a path from the root of an npm package: code, data and licences, addons for Linux on x64 with glibc only. A
 * package that is nothing but an addon is for one platform: npm brings ours alone.
 */
export function shipsPackageFile(file: string): boolean {
  if (/^(node_modules|tests?|build\/.+|deps)\/|^build\/.*\.node$/.test(file)) return false;
  if (/^licen[cs]e/i.test(file) || file === 'package.json' || file === 'addon.node') return true;
  if (file.endsWith('.node')) return /linux-x64(\.node$|\/.*glibc\.node$)|HID_hidraw-linux-x64\/[^/]+$/.test(file);
  return /\.(js|cjs|mjs|json)$/.test(file) && !/\.(test|spec)\.[cm]?js$/.test(file);
}

function isAtOrBelow(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}
