/** How long the publish gate takes over 1,000 generated services: cold, and after one of them was changed. */
import type { BenchRow } from '#contract/bench-report.ts';
import { gateMemory } from '#flows/gate/gate-memory.ts';
import { compileSource } from '#flows/release/compile-source.ts';
import { readYaml } from '#flows/release/read-yaml.ts';
import { generatedCatalogue } from './generated-catalogue.ts';

const SERVICES = 1_000;
const CHANGED = 'services/generated-7.yaml';

export async function measureGate(): Promise<readonly BenchRow[]> {
  const sources = await generatedCatalogue(SERVICES);
  // What nobody can save: each file that changed is read.
  const reading = timed(() => [...sources.values()].map(readYaml));
  const memory = gateMemory();
  const cold = timed(() => mustPass(compileSource(sources, memory)));
  const changed = new Map(sources).set(CHANGED, (sources.get(CHANGED) ?? '').replace(/^minutes: \d+$/m, 'minutes: 9'));
  const warm = timed(() => mustPass(compileSource(changed, memory)));
  const one = timed(() => readYaml(changed.get(CHANGED) ?? ''));
  return [
    { what: `gate: ${SERVICES} services, cold`, value: cold, unit: 'ms', limit: reading, ratio: cold / reading },
    { what: `gate: ${SERVICES} services, one changed`, value: warm, unit: 'ms', limit: one, ratio: warm / one },
  ];
}

function mustPass(compiled: ReturnType<typeof compileSource>): void {
  if (!compiled.ok) throw new Error(`the generated catalogue is refused: ${compiled.fault[0]?.said.en.message}`);
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
