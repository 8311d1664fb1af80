/** The shelves of a station's catalogue: its services by topic, by life event, by office. An empty shelf is none. */
import type { LocalText } from '#contract/language.ts';
import type { ShelfBy } from '#contract/screen/intent.ts';
import type { Service } from '../language/service.ts';
import type { Station } from '../language/station.ts';
import type { Content } from '../release/content.ts';

export interface Shelf {
  readonly id: string;
  readonly title: LocalText;
  readonly services: readonly Service[];
}

type Shelved = Pick<Content, 'catalogue' | 'offices' | 'services'>;

/** In the order of the catalogue. Packages have pages of their own, and no shelves. */
export function shelvesBy(by: ShelfBy, content: Shelved, station: Station): readonly Shelf[] {
  const here = station.services.flatMap((id) => content.services.get(id) ?? []);
  return labels(by, content)
    .map(({ id, title }) => ({ id, title, services: here.filter((service) => standsOn(by, service).includes(id)) }))
    .filter(({ services }) => services.length > 0);
}

export function shelfIds(content: Shelved, station: Station): Readonly<Record<ShelfBy, readonly string[]>> {
  const ids = (by: ShelfBy) => shelvesBy(by, content, station).map(({ id }) => id);
  return { topic: ids('topic'), lifeEvent: ids('lifeEvent'), office: ids('office'), package: [] };
}

function labels(by: ShelfBy, { catalogue, offices }: Shelved): readonly Pick<Shelf, 'id' | 'title'>[] {
  switch (by) {
    case 'topic':
      return catalogue.topics;
    case 'lifeEvent':
      return catalogue.lifeEvents;
    case 'office':
      return Object.entries(offices).map(([id, { name }]) => ({ id, title: name }));
    case 'package':
      return [];
  }
}

function standsOn(by: ShelfBy, { topic, lifeEvents, office }: Service): readonly string[] {
  switch (by) {
    case 'topic':
      return [topic];
    case 'lifeEvent':
      return lifeEvents;
    case 'office':
      return [office];
    case 'package':
      return [];
  }
}
