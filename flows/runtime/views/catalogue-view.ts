/** The catalogue's first page: search, what others choose, and the shelves by topic, life event, office or package. */
import { ShelfBy } from '#contract/screen/intent.ts';
import { offeredAt } from '../doable.ts';
import { noticeOf } from './not-now.ts';
import type { Scene } from './scene.ts';
import { serviceCard } from './service-card.ts';
import { tilesOf } from './shelf-tiles.ts';
import type { Sheet } from './sheet.ts';

/** More of them are no shortcut any more. */
const MOST_POPULAR = 4;

export function catalogueView(scene: Scene): Sheet {
  const { t, content, station, visit } = scene;
  const chosen = visit.hall.context.shelf.by;
  const here = content.catalogue.popular.filter((id) => station.services.includes(id)).slice(0, MOST_POPULAR);
  const cards = here.flatMap((id) => content.services.get(id) ?? []).map((service) => serviceCard(scene, service));
  const popular = { title: t('catalogue.popular'), cards };
  const ways = ShelfBy.options.filter((by) => tilesOf(scene, by).length > 0);
  const tiles = tilesOf(scene, chosen);
  const search = { label: t('search.open'), intent: { kind: 'openSearch' as const } };
  const lead = t('catalogue.lead', { count: station.services.length });
  const notice = noticeOf(scene, offeredAt(station, content));
  return {
    title: t('catalogue.title'),
    body: {
      kind: 'catalogue',
      lead,
      search,
      popular,
      ways: {
        title: t('catalogue.ways'),
        buttons: ways.map((by) => ({
          button: { label: t(`catalogue.by.${by}`), intent: { kind: 'openShelf', by, id: null } },
          chosen: by === chosen,
        })),
      },
      tiles,
    },
    notice,
    others: [{ label: t('button.places'), intent: { kind: 'openPlaces' } }],
    spoken: [
      lead,
      search.label,
      ...(notice === null ? [] : [notice.text]),
      ...(cards.length === 0 ? [] : [popular.title, ...cards.map(({ title }) => title)]),
      t(`catalogue.by.${chosen}`),
      ...tiles.map(({ label }) => label),
    ],
    help: 'help.catalogue',
  };
}
