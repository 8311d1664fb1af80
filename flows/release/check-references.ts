/** Whether every name that one file of a release uses exists in another. */
import { tell } from '../findings/findings.table.ts';
import { noSuch } from '../findings/no-such.ts';
import type { NamedThing } from '../findings/things.table.ts';
import type { Element } from '../language/element.ts';
import type { Service } from '../language/service.ts';
import type { Parts } from './assemble.ts';
import type { Problem } from './finding.ts';

type Names = ReadonlySet<string> | null;
type Need = (known: Names, what: NamedThing, name: string, path: readonly PropertyKey[]) => void;

export function checkReferences(parts: Parts): readonly Problem[] {
  const problems: Problem[] = [];
  /** Null where the file that defines the names could not be read: nothing can be said about them then. */
  const needIn =
    (file: string): Need =>
    (known, what, name, path) => {
      if (known === null || known.has(name)) return;
      problems.push({ ...noSuch(what, name, known), file, path });
    };
  const names = namesOf(parts);
  for (const [id, service] of parts.services) serviceNeeds(service, names, needIn(`services/${id}`));
  for (const [id, element] of Object.entries(parts.elements ?? {}))
    elementNeeds(element, names, parts, (known, what, name, path) => {
      needIn('elements')(known, what, name, [id, ...path]);
    });
  for (const [index, service] of (parts.catalogue?.popular ?? []).entries())
    needIn('catalogue')(names.services, 'service', service, ['popular', index]);
  const unmet = parts.catalogue?.unmet;
  if (unmet !== undefined) needIn('catalogue')(names.services, 'service', unmet, ['unmet']);
  for (const [id, source] of Object.entries(parts.sources ?? {}))
    for (const [index, element] of source.sends.entries())
      needIn('sources')(names.elements, 'element', element, [id, 'sends', index]);
  for (const [id, station] of parts.stations)
    for (const [index, service] of station.services.entries())
      needIn(`stations/${id}`)(names.services, 'service', service, ['services', index]);
  for (const [id, group] of parts.packages)
    for (const [index, service] of group.services.entries())
      needIn(`packages/${id}`)(names.services, 'service', service, ['services', index]);
  const searched = new Set([...parts.named, ...parts.namedPackages]);
  for (const id of Object.keys(parts.synonyms?.said ?? {})) needIn('synonyms')(searched, 'searched', id, ['said', id]);
  if (!parts.hasStation) problems.push({ ...tell('file.noStation'), file: 'stations', path: [] });
  return problems;
}

interface AllNames {
  readonly services: ReadonlySet<string>;
  readonly topics: Names;
  readonly lifeEvents: Names;
  readonly elements: Names;
  readonly materials: Names;
  /** Those that a step `scan` can take. */
  readonly capturable: Names;
  readonly offices: Names;
  readonly fees: Names;
  readonly sources: Names;
  /** By type: a step `sign` can't ask for a telephone number. */
  ofType(type: Element['type']): Names;
}

function namesOf(parts: Parts): AllNames {
  const { catalogue, elements, materials } = parts;
  const keys = (record: object | null): Names => (record === null ? null : new Set(Object.keys(record)));
  const where = <T>(record: Readonly<Record<string, T>> | null, holds: (each: T) => boolean): Names =>
    record === null ? null : new Set(Object.entries(record).flatMap(([id, each]) => (holds(each) ? [id] : [])));
  return {
    services: parts.named,
    topics: catalogue === null ? null : new Set(catalogue.topics.map(({ id }) => id)),
    lifeEvents: catalogue === null ? null : new Set(catalogue.lifeEvents.map(({ id }) => id)),
    elements: keys(elements),
    materials: keys(materials),
    capturable: where(materials, ({ capture }) => capture !== undefined),
    offices: keys(parts.offices),
    fees: keys(parts.fees),
    sources: keys(parts.sources),
    ofType: (type) => where(elements, (element) => element.type === type),
  };
}

function serviceNeeds(service: Service, names: AllNames, need: Need): void {
  need(names.topics, 'topic', service.topic, ['topic']);
  need(names.offices, 'office', service.office, ['office']);
  for (const [index, event] of service.lifeEvents.entries())
    need(names.lifeEvents, 'lifeEvent', event, ['lifeEvents', index]);
  for (const [index, { material }] of service.materials.entries())
    need(names.materials, 'material', material, ['materials', index]);
  for (const [index, { fee }] of service.fees.entries()) need(names.fees, 'fee', fee, ['fees', index]);
  for (const [index, { office }] of service.subCases.entries())
    need(names.offices, 'office', office, ['subCases', index, 'office']);
  if (service.decidedIn !== undefined) need(names.ofType('choice'), 'choice', service.decidedIn, ['decidedIn']);
  for (const [index, step] of service.steps.entries()) {
    const here = (...path: readonly PropertyKey[]) => ['steps', index, ...path];
    if (step.kind === 'scan')
      for (const [place, material] of step.materials.entries())
        need(names.capturable, 'capturable', material, here('materials', place));
    if (step.kind === 'ask')
      for (const [place, element] of step.elements.entries())
        need(names.elements, 'element', element, here('elements', place));
    if (step.kind === 'choose') need(names.ofType('choice'), 'choice', step.element, here('element'));
    if (step.kind === 'promise') need(names.ofType('promise'), 'promise', step.element, here('element'));
    if (step.kind === 'sign') need(names.ofType('signature'), 'signature', step.element, here('element'));
    if ((step.kind === 'lookup' && step.source !== 'progress') || step.kind === 'print')
      need(names.sources, 'source', step.source, here('source'));
  }
}

function elementNeeds(element: Element, names: AllNames, { sources }: Parts, need: Need): void {
  for (const [index, from] of element.sources.entries()) {
    if (typeof from === 'string' || !('lookup' in from)) continue;
    need(names.sources, 'source', from.lookup, ['sources', index, 'lookup']);
    const fields = sources?.[from.lookup]?.fields;
    if (fields !== undefined) need(new Set(Object.keys(fields)), 'field', from.field, ['sources', index, 'field']);
  }
  if (element.type !== 'pick') return;
  need(names.sources, 'source', element.source, ['source']);
  const rows = sources?.[element.source]?.rows;
  if (sources === null || !Object.hasOwn(sources, element.source)) return;
  const fields = new Set(Object.keys(rows?.fields ?? {}));
  need(fields, 'rowField', element.title, ['title']);
  for (const [index, name] of element.details.entries()) need(fields, 'rowField', name, ['details', index]);
}
