/** Law 3 in a process's own memory: at goodbye what a citizen left is collected, and what is freed is overwritten. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '#contract/clock.ts';

/** Environment for a process that will hold a citizen's data: its C library (glibc) overwrites what is freed. */
export const WIPING_ENVIRONMENT = { GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0:glibc.malloc.perturb=90' } as const;

/** At once, and again for what a timer, a pipe or a last answer still held; each time takes some 30 to 50 ms. */
const COLLECT_AFTER_MS = [0, 900, 10_000];

const BYTES_PER_WORD = 8;
const PIECE = Array.from({ length: 64 }, () => 0);
/** Kept, so that the compiler doesn't leave the pieces out. */
export let lastPiece: readonly number[] = [];

/**
 * To be called before the first citizen. From then on what JavaScript frees is overwritten; the returned function
 * collects what nobody holds any more. Set here rather than on a command line: it holds however the process was started.
 */
export function wipeMemory(clock: Clock): () => void {
  // A small Buffer would be a piece of a pool: kept as long as its neighbours, and sent along whole with each of them.
  Buffer.poolSize = 0;
  setFlagsFromString('--clear-free-memory');
  setFlagsFromString('--expose-gc');
  // The flag shows in new contexts only.
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this runtime collects no memory on demand');
  return () => {
    const wipe = (): void => {
      collect();
      overwriteYoung();
    };
    for (const ms of COLLECT_AFTER_MS) clock.after(ms, wipe);
  };
}

/** Young objects are moved away or die, and where they lay is not cleared but used again: so it is used, twice over. */
function overwriteYoung(): void {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  for (let bytes = 3 * (young?.space_size ?? 0); bytes > 0; bytes -= PIECE.length * BYTES_PER_WORD) {
    lastPiece = [...PIECE];
  }
}
