/** Reads kiosk.yaml: the whole of it is right, or every mistake is listed at once with its line. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { KioskConfig } from '#contract/config.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { z } from 'zod';
import type { ConfigMistake } from './config-mistake.ts';
import { explainIssue } from './explain-issue.ts';
import { knownSettings, settingsOfModel } from './known-settings.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import { readYaml, type SettingPath, type YamlSource } from './yaml-source.ts';

export type { ConfigMistake } from './config-mistake.ts';

const FILE_LIMIT_BYTES = 64 * 1024;

/** Relative paths in the file start at the file's own folder. Never rejects for a wrong or missing file. */
export async function loadConfig(file: string): Promise<Result<KioskConfig, readonly ConfigMistake[]>> {
  const text = await readText(file);
  return text.ok ? parseConfig(text.value, path.dirname(path.resolve(file))) : text;
}

/** `folder` is where relative paths start. */
export function parseConfig(text: string, folder: string): Result<KioskConfig, readonly ConfigMistake[]> {
  const source = readYaml(text);
  if (!source.ok) return source;
  if (source.value.data === null)
    return fail([wholeFile('is empty; a kiosk.yaml names at least station, store and hub')]);
  const parsed = KioskConfig.safeParse(source.value.data);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.flatMap((issue) => mistakesOf(issue, source.value));
    return fail(mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column));
  }
  const config = parsed.data;
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

function mistakesOf(issue: z.core.$ZodIssue, source: YamlSource): ConfigMistake[] {
  const place: SettingPath = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    const known = [...knownSettings(KioskConfig, place), ...settingsOfModel(source.data, place)];
    return issue.keys.map((key) => {
      const meant = nearestWord(key, known);
      const hint = meant === null ? `known here: ${known.join(', ')}` : `did you mean "${meant}"?`;
      const message = `unknown setting "${key}"; ${hint}`;
      return { ...source.positionOfKey([...place, key]), path: pathText([...place, key]), message };
    });
  }
  const message = explainIssue(issue, valueAt(source.data, place));
  return [{ ...source.positionOf(place), path: pathText(place), message }];
}

function valueAt(data: unknown, place: SettingPath): unknown {
  let value = data;
  for (const step of place) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/** `devices[0].settings.baudRate` */
function pathText(place: SettingPath): string {
  return place
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

async function readText(file: string): Promise<Result<string, readonly ConfigMistake[]>> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > FILE_LIMIT_BYTES) return fail([wholeFile(`is too large (${size} bytes) to be a kiosk.yaml`)]);
      const bytes = await handle.readFile();
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof TypeError) return fail([wholeFile('is not UTF-8 text')]);
    return fail([wholeFile(`can't be read: ${error instanceof Error ? error.message : String(error)}`)]);
  }
}

function wholeFile(message: string): ConfigMistake {
  return { line: 1, column: 1, path: '', message };
}
