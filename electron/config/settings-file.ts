/** Reads a file of settings in YAML against its schema: the whole of it is right, or every mistake is listed with its line. */
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '#contract/result.ts';
import type { z } from 'zod';
import type { LocalText } from '#contract/language.ts';
import { both, type ConfigMistake } from './config-mistake.ts';
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
  if (source.value.data === null) return fail([wholeFile(lacks(settings))]);
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
      if (size > FILE_LIMIT_BYTES) {
        const message = both(`太大（${size} 字节），不像 ${name}`, `is too large (${size} bytes) to be a ${name}`);
        return fail([wholeFile(message)]);
      }
      const bytes = await handle.readFile();
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof TypeError) return fail([wholeFile(both('不是 UTF-8 文本', 'is not UTF-8 text'))]);
    const why = error instanceof Error ? error.message : String(error);
    return fail([wholeFile(both(`读不了：${why}`, `can't be read: ${why}`))]);
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
      const message = unknownSetting(key, meant, known.join(', '));
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

function wholeFile(message: LocalText): ConfigMistake {
  return { line: 1, column: 1, path: '', message };
}

function lacks<T>({ name, atLeast }: Settings<T>): LocalText {
  const listed = atLeast.replaceAll(/,| and/g, '、').replaceAll(' ', '');
  return both(`是空的；${name} 至少要写 ${listed}`, `is empty; a ${name} names at least ${atLeast}`);
}

function unknownSetting(key: string, meant: string | null, known: string): LocalText {
  return meant === null
    ? both(`没有设置“${key}”；这里可用的有：${known}`, `unknown setting "${key}"; known here: ${known}`)
    : both(`没有设置“${key}”；是不是“${meant}”？`, `unknown setting "${key}"; did you mean "${meant}"?`);
}
