/** Reads a folder of flow sources as authors keep it: YAML texts by path, or why the folder can't be read. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#contract/result.ts';
import { readPlainFile } from '#electron/release/read-plain-file.ts';
import { words } from '../reader-language.ts';
import type { LocalText } from '#contract/language.ts';

/** Far above what the check lets pass, so that it is the check that says so. */
const FILE_LIMIT_BYTES = 4 * 1024 * 1024;
const FILES_LIMIT = 5_000;

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
    for (const name of names) {
      const text = name.endsWith('.yaml') ? await readPlainFile(path.join(folder, name), FILE_LIMIT_BYTES) : ok('');
      if (!text.ok) return fail(unreadable(path.join(folder, name), text.fault));
      sources.set(name.replaceAll(path.sep, '/'), text.value.toString());
    }
    return ok(sources);
  } catch (error) {
    return fail(unreadable(folder, error instanceof Error ? error.message : String(error)));
  }
}

function unreadable(what: string, why: string): LocalText {
  return words(`无法读取 ${what}：${why}。`, `${what} can't be read: ${why}.`);
}
