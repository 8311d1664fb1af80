/** `yeban bench ocr`: how quickly and how well a page is read, beside Debian's native Tesseract with the same language data. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunBench } from '#contract/bench-report.ts';
import { describeMachine } from './machine.ts';
import { measureReading } from './ocr/measure-reading.ts';

export const run: RunBench = async ({ say, plot }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-bench-'));
  try {
    const rows = await measureReading(folder, say, plot ?? null);
    return { name: 'ocr', machine: describeMachine(), rows: [...rows] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
