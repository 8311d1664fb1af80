/** Shelves as large tiles, each with how much stands on it: on the catalogue's first page, and where a search has no sure answer. */
import type { ScreenBody } from '#contract/screen.ts';
import type { ShelfBy } from '#contract/screen/intent.ts';
import { shelvesBy } from '../shelves.ts';
import { packagesHere } from './package-card.ts';
import type { Scene } from './scene.ts';

type Tile = Extract<ScreenBody, { kind: 'catalogue' }>['tiles'][number];

export function tilesOf(scene: Scene, by: ShelfBy): Tile[] {
  const { t, say, content, station } = scene;
  if (by === 'package')
    return packagesHere(scene).map(({ id, title, services }) => ({
      label: say(title),
      note: t('catalogue.count', { count: services.filter((each) => station.services.includes(each)).length }),
      intent: { kind: 'openPackage', package: id },
    }));
  return shelvesBy(by, content, station).map(({ id, title, services }) => ({
    label: say(title),
    note: t('catalogue.count', { count: services.length }),
    intent: { kind: 'openShelf', by, id },
  }));
}
