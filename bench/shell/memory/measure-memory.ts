/** Whole sessions on one kiosk, and the memory of each of its processes between them: does anything grow? */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { probeChromium, PROBE_FLAG } from '#fixtures/browser/cdp-probe.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import type { BenchHall } from '../hall.ts';
import { startMeasured } from '../measured-process.ts';
import { openVisitor } from '../sessions/run-sessions.ts';
import { readFamilyMemory, total, type FamilyMemory } from './family-memory.ts';
import { drawMemory } from './draw-memory.ts';
import { memoryRows } from './memory-rows.ts';

export interface Sample {
  /** How many sessions were over. */
  readonly sessions: number;
  readonly memory: FamilyMemory;
}

const SAMPLES = 100;
const TOLD_EVERY = 10;

export interface MemoryOptions {
  readonly folder: string;
  readonly hall: BenchHall;
  readonly sessions: number;
  /** Where the picture goes; null for none. */
  readonly plot: string | null;
  say(line: string): void;
}

export async function measureMemory({
  folder,
  hall,
  sessions,
  plot,
  say,
}: MemoryOptions): Promise<readonly BenchRow[]> {
  const sessionKeyFolder = await makeSessionKeyFolder();
  const settings = {
    executable: await chromiumEngine(),
    profileFolder: path.join(folder, 'browser'),
    configFile: hall.configFile,
    sessionKeyFolder,
    extraFlags: [PROBE_FLAG],
  };
  const empty = startMeasured('empty', settings);
  await empty.touchable;
  const limit = total(readFamilyMemory(empty.pid));
  await empty.close();

  const kiosk = startMeasured('kiosk', settings);
  await kiosk.touchable;
  const probe = await probeChromium(settings.profileFolder);
  const visitor = await openVisitor(probe, hall);
  const samples: Sample[] = [{ sessions: 0, memory: readFamilyMemory(kiosk.pid) }];
  const sampleEvery = Math.ceil(sessions / SAMPLES);
  const from = performance.now();
  for (let over = 1; over <= sessions; over += 1) {
    await visitor.visits();
    if (over % sampleEvery === 0 || over === sessions) {
      samples.push({ sessions: over, memory: readFamilyMemory(kiosk.pid) });
    }
    if (over % TOLD_EVERY === 0) {
      const each = (performance.now() - from) / over / 1000;
      const mb = Math.round(total(readFamilyMemory(kiosk.pid)) / 1000);
      say(`sessions: ${over} of ${sessions}, ${each.toFixed(1)} s each, ${mb} MB`);
    }
  }
  probe.close();
  await kiosk.close();
  await rm(sessionKeyFolder, { recursive: true });
  if (plot !== null) {
    await mkdir(plot, { recursive: true });
    const file = path.join(plot, 'memory-over-sessions.svg');
    await writeFile(file, drawMemory(samples));
    say(`drawn: ${file}`);
  }
  return memoryRows(samples, limit);
}
