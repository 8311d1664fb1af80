/** What of this checkout goes to a hall, as data: rooms, the exceptions in them, and the packages they need. */

/** Rooms that run on a kiosk. The page ships as it was built, not as source. */
export const ROOMS = ['contract', 'drivers', 'flows', 'electron', 'cli'] as const;

/** Folders of those rooms that stay behind. Services come in signed releases, never with the program. */
export const LEFT_BEHIND = ['flows/testing', 'flows/catalog', 'electron/packaging', 'cli/setup'] as const;

/** `yeban` finds its Node with these; everything else in `cli/setup` is for a checkout. */
export const SHIPPED_ALL_THE_SAME = [
  'cli/setup/find-node.mjs',
  'cli/setup/progress.mjs',
  'cli/setup/project.mjs',
  'cli/setup/run-program.mjs',
  'cli/setup/search-path.mjs',
] as const;

/** Only Electron can run these; the package with Chromium goes without them. */
export const ONLY_IN_ELECTRON = [
  'electron/shell/electron',
  'electron/preload/electron-channels.ts',
  'electron/preload/electron-preload.ts',
] as const;

/** The npm packages that those sources import; what these need in turn is found when the package is built. */
export const PACKAGES = [
  '@hpke/core',
  '@marcbachmann/cel-js',
  '@serialport/bindings-cpp',
  '@serialport/stream',
  '@tufjs/canonical-json',
  'better-sqlite3',
  'citty',
  'iconv-lite',
  'node-hid',
  'uuidv7',
  'xstate',
  'yaml',
  'zod',
] as const;

/** Needed to compile an addon, not to run one. */
export const ONLY_TO_COMPILE = ['node-addon-api'] as const;
