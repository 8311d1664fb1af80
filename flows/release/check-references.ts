/** Whether every name that one file of a release uses exists in another. */
import type { Service } from '../language/service.ts';
import type { ServicePackage } from '../language/package.ts';
import type { Station } from '../language/station.ts';
import type { Problem } from './finding.ts';

interface Parts {
  readonly services: ReadonlyMap<string, Service>;
  readonly stations: ReadonlyMap<string, Station>;
  readonly packages: ReadonlyMap<string, ServicePackage>;
}

/** Null where the file that defines the names could not be read: nothing can be said about them then. */
interface Names {
  readonly services: ReadonlySet<string>;
  readonly topics: ReadonlySet<string> | null;
  readonly elements: ReadonlySet<string> | null;
  readonly materials: ReadonlySet<string> | null;
  /** Those that a step `scan` can take. */
  readonly capturable: ReadonlySet<string> | null;
}

export function checkReferences(parts: Parts, names: Names): readonly Problem[] {
  const problems: Problem[] = [];
  const need = (
    known: ReadonlySet<string> | null,
    what: string,
    name: string,
    file: string,
    path: readonly PropertyKey[],
  ): void => {
    if (known === null || known.has(name)) return;
    const suggestion = `known: ${[...known].slice(0, 10).join(', ') || 'none'}`;
    problems.push({ rule: 'reference.missing', file, path, message: `there is no ${what} "${name}"`, suggestion });
  };
  for (const [id, service] of parts.services) {
    const file = `services/${id}`;
    need(names.topics, 'topic', service.topic, file, ['topic']);
    for (const [index, material] of service.materials.entries())
      need(names.materials, 'material', material, file, ['materials', index]);
    for (const [index, step] of service.steps.entries()) {
      if (step.kind === 'scan')
        for (const [place, material] of step.materials.entries())
          need(names.capturable, 'material with `capture`', material, file, ['steps', index, 'materials', place]);
      if (step.kind !== 'ask') continue;
      for (const [place, element] of step.elements.entries())
        need(names.elements, 'element', element, file, ['steps', index, 'elements', place]);
    }
  }
  for (const [id, station] of parts.stations)
    for (const [index, service] of station.services.entries())
      need(names.services, 'service', service, `stations/${id}`, ['services', index]);
  for (const [id, group] of parts.packages)
    for (const [index, service] of group.services.entries())
      need(names.services, 'service', service, `packages/${id}`, ['services', index]);
  if (parts.stations.size === 0)
    problems.push({
      rule: 'file.missing',
      file: 'stations',
      path: [],
      message: 'there is no station profile',
      suggestion: 'add stations/<id>.yaml',
    });
  return problems;
}
