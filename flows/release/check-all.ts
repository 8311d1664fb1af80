/** Every rule that looks at more than one value of a release: what could be read is checked, the rest is passed over. */
import type { Parts } from './assemble.ts';
import { checkCarts } from './check-carts.ts';
import { checkRecipes } from './check-recipes.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkStations } from './check-stations.ts';
import { checkSteps } from './check-steps.ts';
import type { Problem } from './finding.ts';
import { rulesFor } from './rules-for.ts';

export function checkAll(parts: Parts): readonly Problem[] {
  const { services, stations, materials, elements, sources } = parts;
  const workingDays = parts['working-days'];
  const problems: Problem[] = [...checkReferences(parts)];
  if (materials !== null) problems.push(...checkRecipes(materials, elements));
  problems.push(...checkStations(stations, services));
  for (const service of services.values()) problems.push(...checkSteps(service));
  if (elements !== null && sources !== null && workingDays !== null) {
    const rules = rulesFor({ elements, sources, workingDays });
    const found = checkRules(rules, elements, services);
    problems.push(...found);
    // A circle inside one service has been reported by then as a rule that comes too early.
    if (found.length === 0) problems.push(...checkCarts(rules, elements, services));
  }
  return problems;
}
