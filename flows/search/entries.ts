/** What can be found: services and packages, each with the texts it is found by and how much a word in them says. */
import type { PackageId, ServiceId } from '#contract/ids.ts';
import { LANGUAGES, type LocalText } from '#contract/language.ts';
import type { ServicePackage } from '../language/package.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';

export type Findable =
  | { readonly service: ServiceId }
  | { readonly package: PackageId }
  /** What no hall does: found, so that it isn't taken for a service. */
  | { readonly elsewhere: true };

export interface Entry {
  readonly found: Findable;
  readonly title: LocalText;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly texts: readonly string[];
  /** How much a word says when it stands here; the title's is the most. */
  readonly strength: number;
  /**
   * Names of the thing, as people say or type them: these may come as sounds, as initials or misspelt, in part or whole.
   * Foreign names are those of what no hall does: only the whole name says something, and initials are never theirs.
   */
  readonly kind: 'names' | 'foreign names' | 'prose';
}

const name = (texts: readonly string[], strength: number): Field => ({ texts, strength, kind: 'names' });
const prose = (texts: readonly string[], strength: number): Field => ({ texts, strength, kind: 'prose' });

/** In the order of their ids, so that the same release is always searched alike; elsewhere last: a word that a service has too is the service's. */
export function entriesOf(content: Content): readonly Entry[] {
  const services = [...content.services.values()].map((service) => serviceEntry(service, content));
  const packages = [...content.packages.values()].map((group) => packageEntry(group, content));
  const offered = [...services, ...packages].toSorted((one, other) => (idOf(one.found) < idOf(other.found) ? -1 : 1));
  return [...offered, elsewhereEntry(content)];
}

function serviceEntry(service: Service, content: Content): Entry {
  const { topics, lifeEvents } = content.catalogue;
  const shelves = [
    ...topics.filter(({ id }) => id === service.topic),
    ...lifeEvents.filter(({ id }) => service.lifeEvents.includes(id)),
    ...[...content.packages.values()].filter((group) => group.services.includes(service.id)),
  ].map(({ title }) => title);
  const papers = service.materials.flatMap(({ material }) => content.materials[material]?.label ?? []);
  const offices = content.offices[service.office]?.name ?? [];
  return {
    found: { service: service.id },
    title: service.title,
    fields: [
      name(each([service.title]), 3),
      name([...service.keywords['zh-CN'], ...service.keywords.en], 2),
      name(saidFor(service.id, content), 2),
      prose(each([service.summary]), 0.8),
      prose(each([service.result.name]), 0.5),
      prose(each(shelves), 0.4),
      prose(each([...papers, ...service.conditions].concat(offices)), 0.2),
      prose(each(service.faq.map(({ question }) => question)), 0.2),
    ],
  };
}

function packageEntry(group: ServicePackage, content: Content): Entry {
  const members = group.services.flatMap((id) => content.services.get(id)?.title ?? []);
  return {
    found: { package: group.id },
    title: group.title,
    fields: [
      name(each([group.title]), 3),
      name(saidFor(group.id, content), 2),
      prose(each([group.summary]), 0.8),
      prose(each(members), 0.5),
    ],
  };
}

function elsewhereEntry({ synonyms: { elsewhere } }: Content): Entry {
  const words = LANGUAGES.flatMap((language) => elsewhere[language]);
  return {
    found: { elsewhere: true },
    title: { 'zh-CN': '别处', en: 'Elsewhere' },
    fields: [{ texts: words, strength: 3, kind: 'foreign names' }],
  };
}

function saidFor(id: string, { synonyms }: Content): readonly string[] {
  const words = Object.hasOwn(synonyms.said, id) ? synonyms.said[id] : undefined;
  return words === undefined ? [] : LANGUAGES.flatMap((language) => words[language]);
}

function each(texts: readonly LocalText[]): readonly string[] {
  return texts.flatMap((text) => LANGUAGES.map((language) => text[language]));
}

export function idOf(found: Findable): string {
  if ('service' in found) return found.service;
  return 'package' in found ? found.package : '';
}
