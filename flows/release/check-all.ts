/** Every rule that looks at more than one value of a release: what could be read is checked, the rest is passed over. */
import type { Json } from '#contract/json.ts';
import type { Parts } from './assemble.ts';
import { checkAgents } from './check-agents.ts';
import { checkCarts } from './check-carts.ts';
import { checkEdges } from './check-edges.ts';
import { checkOffers } from './check-offers.ts';
import { checkRecipes } from './check-recipes.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkSizes } from './check-sizes.ts';
import { checkSources } from './check-sources.ts';
import { checkStations } from './check-stations.ts';
import { checkSteps } from './check-steps.ts';
import type { Problem } from './finding.ts';
import { rulesFor } from './rules-for.ts';

/** `files`: as they were written, by path without ending. */
export function checkAll(parts: Parts, files: ReadonlyMap<string, Json>): readonly Problem[] {
  const { services, stations, materials, elements, sources } = parts;
  const workingDays = parts['working-days'];
  const references = checkReferences(parts);
  const problems: Problem[] = [...references];
  problems.push(...checkOffers(parts), ...checkSizes(parts, files), ...checkStations(stations, services));
  for (const service of services.values()) {
    problems.push(...checkSteps(service));
    if (materials !== null) problems.push(...checkEdges(service, materials));
  }
  if (elements !== null && materials !== null) problems.push(...checkAgents(services, elements, materials));
  if (materials !== null) problems.push(...checkRecipes(materials, elements));
  if (materials !== null && elements !== null) problems.push(...checkSources(elements, materials));
  if (elements !== null && sources !== null && workingDays !== null) {
    const rules = rulesFor({ elements, sources, workingDays });
    const found = checkRules(rules, { elements, sources }, services);
    problems.push(...found);
    // A circle inside one service has been reported by then as a rule that comes too early; what nobody wrote can't be ordered.
    if (found.length + references.length === 0)
      problems.push(...checkCarts({ elements, sources, workingDays, services }));
  }
  return problems;
}
