/** From the start of a kiosk's process until its first view is painted, beside an empty page in the same shell. */
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { chromiumEngine } from '#fixtures/browser/engine.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import { rm } from 'node:fs/promises';
import type { BenchHall } from './hall.ts';
import { startMeasured } from './measured-process.ts';
import { percentile } from './percentile.ts';

const ROUNDS = 9;
/** The first start of each kind reads its files from a cold disk and isn't counted. */
const WARM_UP = 1;

/** Alternates the two, so that both see the same machine. */
export async function measureStart(
  folder: string,
  hall: BenchHall,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const sessionKeyFolder = await makeSessionKeyFolder();
  const settings = {
    executable: await chromiumEngine(),
    profileFolder: path.join(folder, 'browser'),
    configFile: hall.configFile,
    sessionKeyFolder,
    extraFlags: [],
  };
  const start = async (kind: 'kiosk' | 'empty'): Promise<number> => {
    const measured = startMeasured(kind, settings);
    const ms = await measured.touchable;
    await measured.close();
    return ms;
  };
  const times = { kiosk: [] as number[], empty: [] as number[] };
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    for (const kind of ['empty', 'kiosk'] as const) {
      const ms = await start(kind);
      if (round >= WARM_UP) times[kind].push(ms);
      say(`start ${round}: ${kind} ${Math.round(ms)} ms`);
    }
  }
  await rm(sessionKeyFolder, { recursive: true });
  const value = percentile(times.kiosk, 50);
  const limit = percentile(times.empty, 50);
  return [
    {
      what: `process start to touchable, median of ${ROUNDS} (limit: an empty page in the same shell; goal × 1.5)`,
      value,
      unit: 'ms',
      limit,
      ratio: value / limit,
    },
  ];
}
