/** Writes a log bundle as a new folder on a drive: whole and readable again, or not at all. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hallTime } from '#contract/hall-time.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { BundleReport } from '#contract/technician/bundle.ts';
import type { RefusalCode } from '#contract/technician/refusals.table.ts';
import type { BundleFile } from './bundle-files.ts';

export interface BundlePlace {
  /** The drive's folder, which exists. */
  readonly folder: string;
  readonly station: string;
  readonly now: number;
}

const REFUSAL_OF: Readonly<Record<string, RefusalCode>> = {
  ENOSPC: 'bundle.full',
  EDQUOT: 'bundle.full',
  EROFS: 'bundle.readOnly',
  EACCES: 'bundle.forbidden',
  EPERM: 'bundle.forbidden',
};

/** Never over anything that lies there. Every other error of the system means that the drive went away. */
export async function writeBundle(
  files: readonly BundleFile[],
  { folder, station, now }: BundlePlace,
): Promise<Result<BundleReport, RefusalCode>> {
  const made = path.join(folder, `yeban-${station}-${stampOf(now)}`);
  try {
    await mkdir(made);
  } catch (error) {
    return fail(refusalOf(error));
  }
  try {
    const written: BundleReport['files'][number][] = [];
    const write = async ({ name, text, ...rest }: BundleFile): Promise<void> => {
      await writeThrough(path.join(made, name), text);
      written.push({ name, bytes: Buffer.byteLength(text), sha256: sha256(text), ...rest });
    };
    for (const file of files) await write(file);
    await write({ name: 'manifest.json', text: `${JSON.stringify({ station, files: written }, null, 2)}\n` });
    for (const { name, sha256: expected } of written) {
      if (sha256(await readFile(path.join(made, name))) !== expected) throw new Error(`${name} reads back otherwise`);
    }
    return ok({ folder: made, files: written, bytes: written.reduce((sum, { bytes }) => sum + bytes, 0) });
  } catch (error) {
    await rm(made, { recursive: true, force: true }).catch(() => {});
    return fail(refusalOf(error));
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refusalOf(error: unknown): RefusalCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REFUSAL_OF[code] ?? 'bundle.gone';
}

/** To the second, for the eye; without what a stick's file system can't have in a name. */
function stampOf(now: number): string {
  return hallTime(now).replaceAll(/[-:]/g, '').replace(' ', '-');
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
