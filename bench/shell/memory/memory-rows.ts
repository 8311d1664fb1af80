/** What the samples of memory say: before, after, and how much each session leaves behind. */
import type { BenchRow } from '#contract/bench-report.ts';
import { PARTS, total, type FamilyMemory } from './family-memory.ts';
import { fitLine } from './fit-line.ts';
import type { Sample } from './measure-memory.ts';

/** This share of the sessions only fills caches and isn't part of the line. */
const WARM_UP = 0.2;
const KB_PER_MB = 1000;
/** PSS is counted in pages of 4 kB: over hundreds of sessions less than this is nothing. */
const LEAST_NOISE_KB = 0.1;

/** `limitKb`: the same tree with an empty page. */
export function memoryRows(samples: readonly Sample[], limitKb: number): readonly BenchRow[] {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('no memory was measured');
  const warm = samples.filter(({ sessions }) => sessions >= last.sessions * WARM_UP);
  const measured: readonly (readonly [string, (memory: FamilyMemory) => number])[] = [
    ['whole kiosk', total],
    ...PARTS.map((part) => [part, (memory: FamilyMemory) => memory[part]] as const),
  ];
  const idle = row(
    'memory of the whole kiosk, idle (limit: an empty page in the same shell)',
    total(first.memory),
    limitKb,
  );
  const after = measured.map(([name, of]) => {
    const before = of((warm[0] ?? first).memory);
    return row(
      `${name} after ${last.sessions} sessions (limit: after the first ${warm[0]?.sessions ?? 0})`,
      of(last.memory),
      before,
    );
  });
  const growth = measured.map(([name, of]): BenchRow => {
    const { slope, slopeError } = fitLine(warm.map(({ sessions, memory }) => ({ x: sessions, y: of(memory) })));
    const noise = Math.max(2 * slopeError, LEAST_NOISE_KB);
    return {
      what: `${name} grows per session (limit: what noise alone can look like; goal ≤ the limit)`,
      value: slope,
      unit: 'kB',
      limit: noise,
      ratio: slope / noise,
    };
  });
  return [idle, ...after, ...growth];
}

function row(what: string, kb: number, limitKb: number): BenchRow {
  return {
    what,
    value: kb / KB_PER_MB,
    unit: 'MB',
    limit: limitKb / KB_PER_MB,
    ratio: limitKb === 0 ? 0 : kb / limitKb,
  };
}
