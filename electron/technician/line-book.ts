/** A book of lines on disk, each one JSON document with a number: written at the end, let go of at the front, bounded. */
import { open, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import type { z } from 'zod';
import { parseJson } from '#contract/json.ts';

export interface Numbered {
  readonly n: number;
  readonly at: number;
}

export interface BookOptions<E extends Numbered> {
  readonly file: string;
  readonly line: z.ZodType<E>;
  /** At a start what is older is let go of, but for the newest few hundred: a clock that is wrong must not empty a book. */
  readonly keepMs: number;
  readonly keepLines: number;
  /** After which number it goes on; otherwise after that of the last line. */
  readonly lastNumber?: (last: E | undefined) => number;
  /** Before lines are let go of hears the last of them. */
  readonly lettingGo?: (last: E) => void;
}

const KEEP_ANYWAY = 500;

export interface LineBook<E extends Numbered> {
  /** Oldest first. */
  readonly lines: () => readonly E[];
  lastNumber(): number;
  /** One after the other. Rejects with the system's error when it could not be written, and then nothing of it is there. */
  append(make: (n: number, before: E | null) => E): Promise<E>;
  /** Resolves when everything that was asked for is written. */
  settled(): Promise<void>;
}

/** What is on the disk; a line that can't be understood is left out. */
export async function readBook<E extends Numbered>({ file, line }: Pick<BookOptions<E>, 'file' | 'line'>) {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole.split('\n').flatMap((each): E[] => {
    const read = line.safeParse(parseJson(each));
    return read.success ? [read.data] : [];
  });
  return { lines, bytes: Buffer.byteLength(whole), torn: whole.length < text.length };
}

/** The folder exists. `durable`: a line is on the disk when `append` resolves. */
export async function openBook<E extends Numbered>(
  options: BookOptions<E> & { readonly now: number; readonly durable: boolean },
): Promise<LineBook<E>> {
  const { file, keepMs, keepLines, now, durable } = options;
  const read = await readBook(options);
  // The power went in the middle of a line.
  if (read.torn) await truncate(file, read.bytes);
  let { lines, bytes } = read;
  // Only ever from the front: a hole in the middle would look like somebody's work.
  const young = lines.findIndex(({ at }, index) => at > now - keepMs || index >= lines.length - KEEP_ANYWAY);
  let onDisk = lines.length;
  const letGo = async (count: number): Promise<void> => {
    const last = lines[count - 1];
    if (last !== undefined) options.lettingGo?.(last);
    const kept = lines.slice(count);
    const text = kept.map((each) => `${JSON.stringify(each)}\n`).join('');
    await writeFile(`${file}.new`, text, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
    [lines, bytes, onDisk] = [kept, Buffer.byteLength(text), kept.length];
  };
  const old = Math.max(young, lines.length - keepLines, 0);
  if (old > 0) await letGo(old);
  const last = read.lines.at(-1);
  let lastNumber = options.lastNumber?.(last) ?? last?.n ?? 0;
  let tail: Promise<unknown> = Promise.resolve();

  const write = async (make: (n: number, before: E | null) => E): Promise<E> => {
    const entry = make(lastNumber + 1, lines.at(-1) ?? null);
    const text = Buffer.from(`${JSON.stringify(entry)}\n`);
    // With the oldest in memory go those that are on the disk alone.
    if (onDisk >= 2 * keepLines) await letGo(1);
    const handle = await open(file, 'a', 0o600);
    try {
      await handle.appendFile(text);
      if (durable) await handle.sync();
    } catch (error) {
      await handle.truncate(bytes).catch(() => {});
      throw error;
    } finally {
      await handle.close();
    }
    bytes += text.length;
    onDisk += 1;
    lastNumber = entry.n;
    lines = [...lines.slice(Math.max(0, lines.length + 1 - keepLines)), entry];
    return entry;
  };
  return {
    lines: () => lines,
    lastNumber: () => lastNumber,
    append(make) {
      const writing = tail.then(() => write(make));
      tail = writing.catch(() => {});
      return writing;
    },
    settled: () => tail.then(() => {}),
  };
}

/** Newest first, as many as `limit`, all older than `before`. */
export function pageOf<E extends Numbered>(
  lines: readonly E[],
  { before, limit }: { readonly before: number | null; readonly limit: number },
): { readonly page: E[]; readonly next: number | null } {
  const older = before === null ? lines : lines.filter(({ n }) => n < before);
  const page = older.slice(-limit).toReversed();
  return { page, next: older.length > limit ? (page.at(-1)?.n ?? null) : null };
}
