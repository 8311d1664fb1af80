/** Search: what was typed, the services it means as cards, or what to do when it means none. */
import type { ScreenBody } from '#contract/screen.ts';
import { indexOf } from '../../search/index-of.ts';
import { rank } from '../../search/rank.ts';
import { packageCard, packagesHere } from './package-card.ts';
import type { Scene } from './scene.ts';
import { serviceCard } from './service-card.ts';
import type { Sheet } from './sheet.ts';

type Body = Extract<ScreenBody, { kind: 'search' }>;
type SearchHit = Body['hits'][number];

/** What is not among the first few is not read any more: other words bring it up sooner. */
const SHOWN = 6;

export function searchView(scene: Scene, query: string): Sheet {
  const { t } = scene;
  const hits = hitsFor(scene, query);
  const advice = hits.length > 0 ? null : query.trim() === '' ? howToType(scene) : nothingFound(scene);
  const titles = hits.map(({ card }) => card.title);
  return {
    title: t('search.title'),
    body: {
      kind: 'search',
      query,
      field: t('search.field'),
      open: t('catalogue.open'),
      keys: { space: t('search.space'), erase: t('search.erase') },
      hits,
      advice,
    },
    spoken:
      advice === null ? [t('search.found', { count: hits.length }), ...titles] : [advice.headline, ...advice.lines],
    help: 'help.search',
    back: { label: t('search.back'), intent: { kind: 'back' } },
  };
}

function hitsFor(scene: Scene, query: string): SearchHit[] {
  const { content, station } = scene;
  const here = new Set<string>(station.services);
  const packages = packagesHere(scene);
  const hits = rank(indexOf(content), query).hits.flatMap(({ entry: { found } }): SearchHit[] => {
    if ('service' in found) {
      const service = here.has(found.service) ? content.services.get(found.service) : undefined;
      return service === undefined ? [] : [{ kind: 'service', card: serviceCard(scene, service) }];
    }
    const group = packages.find(({ id }) => 'package' in found && id === found.package);
    return group === undefined ? [] : [{ kind: 'package', card: packageCard(scene, group) }];
  });
  return hits.slice(0, SHOWN);
}

function howToType({ t }: Scene): NonNullable<Body['advice']> {
  return { headline: t('search.how'), lines: [t('search.letters'), t('search.slips'), t('search.sentence')] };
}

function nothingFound({ t, say, station }: Scene): NonNullable<Body['advice']> {
  const phones = station.helpPhones.map(({ hours, phone }) => t('help.phone', { hours: say(hours), phone }));
  return { headline: t('search.nothing'), lines: [t('search.otherWords'), t('search.browse'), ...phones] };
}
