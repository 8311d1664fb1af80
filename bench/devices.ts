/** `yeban bench devices`: how quickly devices answer and what they cost, each beside its wire or the least that would do. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BenchOptions, BenchRow, RunBench } from '#contract/bench-report.ts';
import { describeMachine } from './machine.ts';
import { measureCard } from './devices/measure-card.ts';
import { measureMemory } from './devices/measure-memory.ts';
import { measurePolling } from './devices/measure-polling.ts';
import { measureReceipt } from './devices/measure-receipt.ts';
import { measureScan } from './devices/measure-scan.ts';
import { measureReading } from './ocr/measure-reading.ts';

type Measure = (folder: string, options: BenchOptions) => Promise<readonly BenchRow[]>;

const MEASURES: Readonly<Record<string, Measure>> = {
  card: (folder, { say }) => measureCard(folder, say),
  receipt: (folder) => measureReceipt(folder),
  scan: (folder) => measureScan(folder),
  polling: (folder, { say, plot }) => measurePolling(folder, say, plot ?? null),
  ocr: (folder, { say, plot }) => measureReading(folder, say, plot ?? null),
  memory: (_folder, { say, plot }) => measureMemory(say, plot ?? null),
};

/** What `--only` takes. */
export const parts: readonly string[] = Object.keys(MEASURES);

export const run: RunBench = async (options) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-bench-'));
  try {
    const rows: BenchRow[] = [];
    for (const [part, measure] of Object.entries(MEASURES)) {
      if (options.only !== undefined && options.only !== part) continue;
      options.say(`── ${part}`);
      rows.push(...(await measure(folder, options)));
    }
    return { name: 'devices', machine: describeMachine(), rows };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
