/** `yeban bench shell`: how quickly a kiosk starts, answers, keeps a step and comes back, and what it holds; each beside its limit. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BenchOptions, BenchRow, RunBench } from '#contract/bench-report.ts';
import { describeMachine } from './machine.ts';
import { measureBridge } from './shell/bridge/measure-bridge.ts';
import { measureCommit } from './shell/commit-a-step.ts';
import { openHall, type BenchHall } from './shell/hall.ts';
import { bundleMeasured } from './shell/measured-process.ts';
import { measureMemory } from './shell/memory/measure-memory.ts';
import { measurePress } from './shell/press-to-paint.ts';
import { measureRecovery } from './shell/recovery/measure-recovery.ts';
import { measureStart } from './shell/start-to-touchable.ts';

const SESSIONS = 500;

type Measure = (folder: string, hall: BenchHall, options: BenchOptions) => Promise<readonly BenchRow[]>;

const MEASURES: Readonly<Record<string, Measure>> = {
  start: (folder, hall, { say }) => measureStart(folder, hall, say),
  step: (folder) => measureCommit(folder),
  press: (folder, hall, { say }) => measurePress(folder, hall, say),
  bridge: (folder, hall, { say }) => measureBridge(folder, hall, say),
  recovery: (folder, hall, { say }) => measureRecovery(folder, hall, say),
  memory: (folder, hall, { say, sessions, plot }) =>
    measureMemory({ folder, hall, sessions: sessions ?? SESSIONS, plot: plot ?? null, say }),
};

/** What `--only` takes. */
export const parts: readonly string[] = Object.keys(MEASURES);

export const run: RunBench = async (options) => {
  await bundleMeasured();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-bench-'));
  const hall = await openHall(folder);
  try {
    const rows: BenchRow[] = [];
    for (const [part, measure] of Object.entries(MEASURES)) {
      if (options.only !== undefined && options.only !== part) continue;
      options.say(`── ${part}`);
      rows.push(...(await measure(folder, hall, options)));
    }
    return { name: 'shell', machine: describeMachine(), rows };
  } finally {
    await hall.close();
    await rm(folder, { recursive: true, force: true });
  }
};
