/** Reads a file of settings in YAML against its schema: the whole of it is right, or every mistake is listed with its line. */
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '#contract/result.ts';
import type { z } from 'zod';
import type { ConfigMistake } from './config-mistake.ts';
import { explainIssue } from './explain-issue.ts';
import { knownSettings } from './known-settings.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import { readYaml, type SettingPath, type YamlSource } from './yaml-source.ts';

const FILE_LIMIT_BYTES = 64 * 1024;

export interface Settings<T> {
  /** For example kiosk.yaml. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** What an empty file lacks. */
  readonly atLeast: string;
  /** Names that the schema alone doesn't tell. */
  readonly moreSettings?: (data: unknown, place: SettingPath) => readonly string[];
}

export function parseSettings<T>(text: string, settings: Settings<T>): Result<T, readonly ConfigMistake[]> {
  const source = readYaml(text);
  if (!source.ok) return source;
  if (source.value.data === null)
    return fail([wholeFile(`is empty; a ${settings.name} names at least ${settings.atLeast}`)]);
  const parsed = settings.schema.safeParse(source.value.data);
  if (parsed.success) return ok(parsed.data);
  const mistakes = parsed.error.issues.flatMap((issue) => mistakesOf(issue, source.value, settings));
  return fail(mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column));
}

/** UTF-8 text of bearable length. Never rejects for a wrong or missing file. */
export async function readSettingsFile(file: string, name: string): Promise<Result<string, readonly ConfigMistake[]>> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > FILE_LIMIT_BYTES) return fail([wholeFile(`is too large (${size} bytes) to be a ${name}`)]);
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

function mistakesOf<T>(
  issue: z.core.$ZodIssue,
  source: YamlSource,
  { schema, moreSettings }: Settings<T>,
): ConfigMistake[] {
  const place: SettingPath = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    const known = [...knownSettings(schema, place), ...(moreSettings?.(source.data, place) ?? [])];
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

function wholeFile(message: string): ConfigMistake {
  return { line: 1, column: 1, path: '', message };
}
