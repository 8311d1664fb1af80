/** Reads kiosk.yaml: the whole of it is right, or every mistake is listed at once with its line. */
import path from 'node:path';
import { KioskConfig } from '#contract/config.ts';
import { ok, type Result } from '#contract/result.ts';
import type { ConfigMistake } from './config-mistake.ts';
import { settingsOfModel } from './known-settings.ts';
import { parseSettings, readSettingsFile, type Settings } from './settings-file.ts';

export type { ConfigMistake } from './config-mistake.ts';

const KIOSK_YAML: Settings<KioskConfig> = {
  name: 'kiosk.yaml',
  schema: KioskConfig,
  atLeast: 'station, store and hub',
  moreSettings: settingsOfModel,
};

/** Relative paths in the file start at the file's own folder. Never rejects for a wrong or missing file. */
export async function loadConfig(file: string): Promise<Result<KioskConfig, readonly ConfigMistake[]>> {
  const text = await readSettingsFile(file, KIOSK_YAML.name);
  return text.ok ? parseConfig(text.value, path.dirname(path.resolve(file))) : text;
}

/** `folder` is where relative paths start. */
export function parseConfig(text: string, folder: string): Result<KioskConfig, readonly ConfigMistake[]> {
  const parsed = parseSettings(text, KIOSK_YAML);
  if (!parsed.ok) return parsed;
  const config = parsed.value;
  return ok({
    ...config,
    store: path.resolve(folder, config.store),
    technician: {
      ...config.technician,
      bundleFolders: config.technician.bundleFolders.map((each) => path.resolve(folder, each)),
    },
    ...(config.trust !== undefined && { trust: path.resolve(folder, config.trust) }),
    devices: config.devices.map((device) =>
      device.path === undefined ? device : { ...device, path: path.resolve(folder, device.path) },
    ),
  });
}
