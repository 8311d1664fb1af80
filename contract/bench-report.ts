/** The answer of `yeban bench NAME`: every figure beside its physical limit, and beside a rival where there is one. */
import { z } from 'zod';

export const BenchRow = z.strictObject({
  what: z.string(),
  value: z.number(),
  /** For example `ms`, `MB`, `1/s`. */
  unit: z.string(),
  /** The best this machine could do, measured in the same run, in the same unit. */
  limit: z.number(),
  /** `value / limit`. */
  ratio: z.number(),
  rival: z.strictObject({ name: z.string(), value: z.number() }).exactOptional(),
});
export type BenchRow = Readonly<z.infer<typeof BenchRow>>;

export const BenchReport = z.strictObject({
  name: z.string(),
  /** Processor, memory, versions: what a reader needs to compare. */
  machine: z.string(),
  rows: z.array(BenchRow),
});
export type BenchReport = Readonly<z.infer<typeof BenchReport>>;

/** What a module in `bench/` exports as `run`. `say` takes a line of progress. */
export type RunBench = (options: BenchOptions) => Promise<BenchReport>;
export interface BenchOptions {
  say(line: string): void;
  /** One part alone, by a name from the module's `parts`; everything when left out. */
  readonly only?: string;
  /** How many citizens' sessions, where sessions are measured. */
  readonly sessions?: number;
  /** A folder for pictures of what was measured; none are drawn when left out. */
  readonly plot?: string;
}
