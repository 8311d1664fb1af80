/** The proofs that walk services and ask their rules; what passed once is passed over for as long as nothing it rests on has changed. */
import type { Content } from '../release/content.ts';
import type { Problem } from '../release/finding.ts';
import { checkEngines } from './check-engines.ts';
import { checkWays } from './check-ways.ts';
import type { GateMemory } from './gate-memory.ts';

export function proveServices(content: Content, memory: GateMemory): readonly Problem[] {
  const rest = JSON.stringify(restsOn(content));
  const named = [...content.services.values()].map((service) => ({
    service,
    what: `${JSON.stringify(service)}${rest}`,
  }));
  const open = named.filter(({ what }) => !memory.isProven(what));
  const services = new Map(open.map(({ service }) => [service.id, service]));
  const problems = [...checkWays(content, services), ...checkEngines(content, services)];
  const blamed = new Set(problems.map(({ file }) => file));
  for (const { service, what } of open) if (!blamed.has(`services/${service.id}`)) memory.prove(what);
  return problems;
}

/** All that every service may use. Words and lists of stations decide nothing of how a service goes. */
function restsOn({ elements, fees, materials, offices, regions, sources, workingDays }: Content): readonly unknown[] {
  return [elements, fees, materials, offices, regions, sources, workingDays];
}
