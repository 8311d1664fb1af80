/** Debian's `tesseract`, given the same page, the same language data and, unless told otherwise, the same settings. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readEngineData } from '#electron/ocr/engine-files.ts';

const run = promisify(execFile);

export interface NativeReading {
  readonly text: string;
  /** From the start of the process to its end. */
  readonly ms: number;
  /** User and system time of all its threads. */
  readonly processorMs: number;
}

/** One thread, or as many as OpenMP likes, which is its default. */
export type Threads = 'one' | 'default';

export interface NativeReader {
  readonly version: string;
  read(picture: string, threads: Threads, settings: readonly string[]): Promise<NativeReading>;
}

/** `folder` is for the unpacked language data. Throws, with the package to install, when there is no such program. */
export async function nativeReader(folder: string): Promise<NativeReader> {
  const version = await run('tesseract', ['--version']).then(
    ({ stdout }) => stdout.split('\n')[0] ?? '',
    (error: unknown) => {
      throw new Error('Debian’s tesseract is the measure here: apt-get install tesseract-ocr', { cause: error });
    },
  );
  const { language } = await readEngineData();
  await writeFile(path.join(folder, 'chi_sim.traineddata'), language);
  return {
    version,
    read: async (picture, threads, settings) => {
      const options = [picture, '-', '--tessdata-dir', folder, '-l', 'chi_sim', '--oem', '1', ...settings];
      // The shell's `times` is the only one who tells the processor time of a child.
      const script = '"$@" 2>/dev/null && times >&2';
      const env = { ...process.env, ...(threads === 'one' ? { OMP_THREAD_LIMIT: '1' } : {}) };
      const from = performance.now();
      const { stdout, stderr } = await run('/bin/sh', ['-c', script, 'sh', 'tesseract', ...options], { env });
      return { text: stdout, ms: performance.now() - from, processorMs: childTime(stderr) };
    },
  };
}

/** The second line of `times`: user and system time of children, `0m2.510s 0m0.090s`. */
function childTime(times: string): number {
  const spans = [...(times.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/gu)];
  return spans.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);
}
