/** Whether everything that is offered can be found and had: at a station, once, and by its own code. */
import { tell, type Told } from '../findings/findings.table.ts';
import { meantAmong } from '../findings/said.ts';
import { stepInWords } from '../findings/things.table.ts';
import type { Service } from '../language/service.ts';
import { isBuilt } from '../language/step.ts';
import type { Parts } from './assemble.ts';
import type { Problem } from './finding.ts';

export function checkOffers(parts: Parts): readonly Problem[] {
  const { services, stations, packages, catalogue, elements, regions } = parts;
  const problems: Problem[] = [];
  const found = (told: Told, file: string, ...path: readonly PropertyKey[]): void => {
    problems.push({ ...told, file, path });
  };
  const listed = new Set([...stations.values()].flatMap((station) => station.services));
  const codes = new Map<string, string>();
  for (const [id, service] of services) {
    const file = `services/${id}`;
    if (service.offered && stations.size > 0 && !listed.has(id))
      found(tell('service.nowhere', { service: id }), file, 'id');
    for (const kind of ['basic', 'implementing'] as const) {
      const other = codes.get(service.codes[kind]);
      if (other !== undefined) found(tell('code.twice', { other }), file, 'codes', kind);
      codes.set(service.codes[kind], id);
    }
    for (const [index, { kind }] of service.steps.entries())
      if (service.offered && !isBuilt(kind))
        found(tell('step.notBuilt', { kind: stepInWords(kind) }), file, 'steps', index, 'kind');
    const asked = service.decidedIn === undefined ? undefined : elements?.[service.decidedIn];
    if (asked?.type === 'choice' && regions !== null)
      for (const { value } of asked.options.filter((option) => !Object.hasOwn(regions, option.value)))
        found(
          tell('region.missing', { region: value, meant: meantAmong(value, Object.keys(regions)) }),
          file,
          'decidedIn',
        );
  }
  for (const [index, service] of (catalogue?.popular ?? []).entries())
    if (services.get(service)?.offered === false)
      found(tell('popular.notOffered', { service }), 'catalogue', 'popular', index);
  for (const [id, group] of packages) {
    const twice = group.services.findIndex((member, index) => group.services.indexOf(member) !== index);
    const service = group.services[twice];
    if (service !== undefined) found(tell('package.twice', { service }), `packages/${id}`, 'services', twice);
    if (stations.size > 0 && ![...stations.values()].some((station) => hasTwo(group.services, station.services)))
      found(tell('package.nowhere'), `packages/${id}`, 'services');
  }
  return problems;
}

function hasTwo(members: readonly Service['id'][], listed: readonly Service['id'][]): boolean {
  return new Set(members.filter((member) => listed.includes(member))).size > 1;
}
