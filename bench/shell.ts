/** `yeban bench shell`: how quickly a kiosk starts, answers a press and keeps a step, each beside its limit. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunBench } from '#contract/bench-report.ts';
import { describeMachine } from './machine.ts';
import { measureCommit } from './shell/commit-a-step.ts';
import { openHall } from './shell/hall.ts';
import { bundleMeasured } from './shell/measured-process.ts';
import { measurePress } from './shell/press-to-paint.ts';
import { measureStart } from './shell/start-to-touchable.ts';

export const run: RunBench = async ({ say }) => {
  await bundleMeasured();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yeban-bench-'));
  const hall = await openHall(folder);
  try {
    const rows = [
      await measureStart(folder, hall, say),
      await measureCommit(folder),
      await measurePress(folder, hall, say),
    ];
    return { name: 'shell', machine: describeMachine(), rows: rows.flat() };
  } finally {
    await hall.close();
    await rm(folder, { recursive: true, force: true });
  }
};
