/** How long the suite may take, from the environment of whoever runs it. */

export interface ConformanceOptions {
  /** Strikes at every byte, also in the middle of long replies, and waits for a day and a night. */
  readonly whole?: boolean;
  /** Seeds of chaos. */
  readonly seeds?: readonly number[];
}

/** Enough to find what is plainly wrong; nights find the rest. */
export const FEW_SEEDS = 25;

/**
 * `YEBAN_CONFORMANCE=whole`: everything. `YEBAN_CHAOS_SEEDS=5000`: so many seeds from 1 on; `YEBAN_CHAOS_SEED=17`: only that one.
 */
export function optionsFrom(environment: Readonly<Record<string, string | undefined>>): ConformanceOptions {
  const one = Number(environment['YEBAN_CHAOS_SEED'] ?? 0);
  const count = Number(environment['YEBAN_CHAOS_SEEDS'] ?? FEW_SEEDS);
  const seeds = one > 0 ? [one] : seedsUpTo(count);
  return { whole: environment['YEBAN_CONFORMANCE'] === 'whole', seeds };
}

export function seedsUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
