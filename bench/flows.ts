/** `yeban bench flows`: what services as data cost while they are checked, compiled and used, each beside its limit and its rivals. */
import type { BenchOptions, BenchRow, RunBench } from '#contract/bench-report.ts';
import { measureGate } from './flows/measure-gate.ts';
import { measureGuard } from './flows/measure-guard.ts';
import { measureCompile, measurePlan, measureTransition } from './flows/measure-plans.ts';
import { describeMachine } from './machine.ts';

type Measure = (options: BenchOptions) => Promise<readonly BenchRow[]>;

const MEASURES: Readonly<Record<string, Measure>> = {
  guard: () => measureGuard(),
  gate: () => measureGate(),
  compile: () => measureCompile(),
  transition: () => measureTransition(),
  plan: () => measurePlan(),
};

/** What `--only` takes. */
export const parts: readonly string[] = Object.keys(MEASURES);

export const run: RunBench = async (options) => {
  const rows: BenchRow[] = [];
  for (const [part, measure] of Object.entries(MEASURES)) {
    if (options.only !== undefined && options.only !== part) continue;
    options.say(`── ${part}`);
    rows.push(...(await measure(options)));
  }
  return { name: 'flows', machine: describeMachine(), rows };
};
