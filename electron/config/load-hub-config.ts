/** Reads hub.yaml: the whole of it is right, or every mistake is listed at once with its line. */
import { HubConfig } from '#contract/hub-config.ts';
import type { Result } from '#contract/result.ts';
import type { ConfigMistake } from './config-mistake.ts';
import { parseSettings, readSettingsFile } from './settings-file.ts';

/** Never rejects for a wrong or missing file. */
export async function loadHubConfig(file: string): Promise<Result<HubConfig, readonly ConfigMistake[]>> {
  const name = 'hub.yaml';
  const text = await readSettingsFile(file, name);
  return text.ok ? parseSettings(text.value, { name, schema: HubConfig, atLeast: 'connectors' }) : text;
}
