/** How long one step of a session takes to be on disk, beside the same bytes appended and fdatasynced by hand. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchRow } from '#contract/bench-report.ts';
import { StationId } from '#contract/ids.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { openStore } from '#electron/store/open-store.ts';
import { makeSessionKeyFolder } from '#fixtures/hall/session-key-folder.ts';
import { percentile } from './percentile.ts';
import { benchSealingKey } from './sealing-key.ts';

/** As large as a session's snapshot after all questions. */
const SNAPSHOT = { state: 'review', answers: Array.from({ length: 24 }, (_, index) => `answer ${index} `.repeat(8)) };
const ROUNDS = 400;
/** The first rounds warm both sides up and aren't counted. */
const WARM_UP = 50;

/** Alternates the two in the same folder, so that both see the same disk at the same time. */
export async function measureCommit(folder: string): Promise<readonly BenchRow[]> {
  const work = await mkdtemp(path.join(folder, 'commit-'));
  const sessionKeyFolder = await makeSessionKeyFolder();
  const store = await openStore({
    folder: path.join(work, 'store'),
    sessionKeyFolder,
    station: StationId.parse('bench-1'),
    clock: systemClock,
    log: () => {},
  });
  const journal = store.journal(benchSealingKey());
  const session = await journal.openSession();
  const bytes = Buffer.alloc(Buffer.byteLength(JSON.stringify(SNAPSHOT)), 'x');
  const raw = await open(path.join(work, 'raw'), 'a');
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await journal.commit({ session, snapshot: SNAPSHOT, records: [] });
    const between = performance.now();
    await raw.appendFile(bytes);
    await raw.datasync();
    const to = performance.now();
    if (round < WARM_UP) continue;
    ours.push(between - from);
    theirs.push(to - between);
  }
  await raw.close();
  await journal.forgetSession(session);
  await store.close();
  await rm(work, { recursive: true });
  await rm(sessionKeyFolder, { recursive: true });
  return [50, 95].map((p) => {
    const value = percentile(ours, p);
    const limit = percentile(theirs, p);
    return {
      what: `a step of the session on disk, p${p} (limit: append + fdatasync of ${bytes.length} bytes; goal × 2)`,
      value,
      unit: 'ms',
      limit,
      ratio: value / limit,
    };
  });
}
