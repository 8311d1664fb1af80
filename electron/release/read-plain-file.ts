/** Reads a file of a release as it lies there: no links followed, no more bytes than allowed. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '#contract/result.ts';

const ABSENT: readonly unknown[] = ['ENOENT', 'ENOTDIR'];

/** `notPlain`: a link, a folder or a device. Rejects for trouble with the disk itself. */
export async function readPlainFile(
  file: string,
  limitBytes: number,
): Promise<Result<Buffer, 'absent' | 'notPlain' | 'tooLarge'>> {
  let handle;
  try {
    // Non-blocking: a pipe put in the place of a file must not hold the kiosk up.
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (ABSENT.includes(code)) return fail('absent');
    if (code === 'ELOOP' || code === 'ENXIO') return fail('notPlain');
    throw error;
  }
  try {
    const found = await handle.stat();
    if (!found.isFile()) return fail('notPlain');
    if (found.size > limitBytes) return fail('tooLarge');
    const bytes = Buffer.alloc(found.size);
    const { bytesRead } = await handle.read(bytes, 0, found.size, 0);
    return ok(bytes.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
