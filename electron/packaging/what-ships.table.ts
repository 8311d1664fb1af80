/** What of this checkout goes to a hall, as data: the rooms that the program is bundled from, and the packages beside it. */

/** Rooms that run on a kiosk. The page is built for itself. */
export const ROOMS = ['contract', 'drivers', 'flows', 'electron', 'cli'] as const;

/** Folders of those rooms that stay behind. Services come in signed releases, never with the program. */
export const LEFT_BEHIND = ['flows/testing', 'flows/catalog', 'electron/packaging', 'cli/setup'] as const;

/** The npm packages that are not bundled, because they load addons; what these need in turn is found when packing. */
export const PACKAGES = ['@serialport/bindings-cpp', 'better-sqlite3', 'node-hid', 'pcsc-mini'] as const;

/** Needed to compile an addon, not to run one. */
export const ONLY_TO_COMPILE = ['node-addon-api'] as const;
