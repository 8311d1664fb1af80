/** Whether everything that is offered can be found and had: at a station, once, and by its own code. */
import type { Service } from '../language/service.ts';
import { isBuilt } from '../language/step.ts';
import type { Parts } from './assemble.ts';
import type { Problem } from './finding.ts';

export function checkOffers(parts: Parts): readonly Problem[] {
  const { services, stations, packages, catalogue, elements, regions } = parts;
  const problems: Problem[] = [];
  const found = (
    rule: string,
    file: string,
    path: readonly PropertyKey[],
    message: string,
    suggestion: string,
  ): void => {
    problems.push({ rule, file, path, message, suggestion });
  };
  const listed = new Set([...stations.values()].flatMap((station) => station.services));
  const codes = new Map<string, string>();
  for (const [id, service] of services) {
    const file = `services/${id}`;
    if (service.offered && stations.size > 0 && !listed.has(id))
      found('service.nowhere', file, ['id'], 'no station has this service', 'put it on the list of a station');
    for (const kind of ['basic', 'implementing'] as const) {
      const other = codes.get(service.codes[kind]);
      if (other !== undefined)
        found('code.twice', file, ['codes', kind], `"${other}" has the same code`, 'give each service its own code');
      codes.set(service.codes[kind], id);
    }
    const notBuilt = service.steps.findIndex(({ kind }) => !isBuilt(kind));
    const kind = service.steps[notBuilt]?.kind ?? '';
    if (service.offered && notBuilt !== -1)
      found('step.notBuilt', file, ['steps', notBuilt, 'kind'], `no kiosk can do the step ${kind} yet`, OFFER_LATER);
    const asked = service.decidedIn === undefined ? undefined : elements?.[service.decidedIn];
    if (asked?.type === 'choice' && regions !== null)
      for (const { value } of asked.options.filter((option) => !Object.hasOwn(regions, option.value)))
        found('region.missing', file, ['decidedIn'], `"${value}" is no region`, 'add it to regions.yaml');
  }
  for (const [index, id] of (catalogue?.popular ?? []).entries())
    if (services.get(id)?.offered === false)
      found('popular.notOffered', 'catalogue', ['popular', index], `"${id}" is not offered`, 'name one that is');
  for (const [id, group] of packages) {
    const twice = group.services.findIndex((member, index) => group.services.indexOf(member) !== index);
    if (twice !== -1)
      found('package.twice', `packages/${id}`, ['services', twice], 'this service is in it already', 'name it once');
    if (stations.size > 0 && ![...stations.values()].some((station) => hasTwo(group.services, station.services)))
      found('package.nowhere', `packages/${id}`, ['services'], 'no station has two of its services', HAVE_TWO);
  }
  return problems;
}

const OFFER_LATER = 'write `offered: false` and the reason, or take the step away';
const HAVE_TWO = 'list them at a station, or remove the package';

function hasTwo(members: readonly Service['id'][], listed: readonly Service['id'][]): boolean {
  return new Set(members.filter((member) => listed.includes(member))).size > 1;
}
