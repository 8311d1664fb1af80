/** Reads a folder of flow sources as authors keep it: YAML texts by path, or why the folder can't be read. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#contract/result.ts';
import { readPlainFile } from '#electron/release/read-plain-file.ts';
import { MAX_YAML_CHARACTERS } from '#flows/release/read-yaml.ts';
import { words } from '../reader-language.ts';
import type { LocalText } from '#contract/language.ts';

/** No text that the check lets pass is larger, whatever its letters. */
const FILE_LIMIT_BYTES = 4 * MAX_YAML_CHARACTERS;
/** Stands for a file that is: the check says so, with the file's name, and nobody reads it. */
const TOO_LONG = ' '.repeat(MAX_YAML_CHARACTERS + 1);
const FILES_LIMIT = 5_000;
const FOLDER_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * By path below the folder, with forward slashes. Every file is listed, also one that doesn't belong there (without its
 * text), so that a `.yml` is found fault with and not passed over; only what is hidden (`.git`, an editor's copies) is
 * nobody's service. The failure is one sentence for people.
 */
export async function readSources(folder: string): Promise<Result<Map<string, string>, LocalText>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .filter((name) => !name.split(path.sep).some((part) => part.startsWith('.')))
      .toSorted();
    if (names.length > FILES_LIMIT)
      return fail(
        words(`${folder} 里的文件超过 ${FILES_LIMIT} 个。`, `${folder} holds more than ${FILES_LIMIT} files.`),
      );
    const sources = new Map<string, string>();
    let bytes = 0;
    for (const name of names) {
      const text = name.endsWith('.yaml') ? await readPlainFile(path.join(folder, name), FILE_LIMIT_BYTES) : ok('');
      if (!text.ok && text.fault !== 'tooLarge') return fail(unreadable(path.join(folder, name), text.fault));
      bytes += text.ok ? text.value.length : FILE_LIMIT_BYTES;
      if (bytes > FOLDER_LIMIT_BYTES)
        return fail(words(`${folder} 里的内容超过 64 MB。`, `${folder} holds more than 64 MB.`));
      sources.set(name.replaceAll(path.sep, '/'), text.ok ? text.value.toString() : TOO_LONG);
    }
    return ok(sources);
  } catch (error) {
    return fail(unreadable(folder, error instanceof Error ? error.message : String(error)));
  }
}

function unreadable(what: string, why: string): LocalText {
  return words(`无法读取 ${what}：${why}。`, `${what} can't be read: ${why}.`);
}
