/** Search: what was typed, the services it means as cards, or what to do when it means none. */
import type { ScreenBody } from '#contract/screen.ts';
import { indexOf } from '../../search/index-of.ts';
import { type Hit, rank } from '../../search/rank.ts';
import { packageCard, packagesHere } from './package-card.ts';
import type { Scene } from './scene.ts';
import { serviceCard } from './service-card.ts';
import { tilesOf } from './shelf-tiles.ts';
import type { Sheet } from './sheet.ts';

type Body = Extract<ScreenBody, { kind: 'search' }>;
type SearchHit = Body['hits'][number];
type Advice = NonNullable<Body['advice']>;
type Around = NonNullable<Body['around']>;

/** What is not among the first few is not read any more: other words bring it up sooner. */
const SHOWN = 6;
/** Of what may as well be chance, fewer: they are to be told apart from the shelves below at a glance. */
const SHOWN_UNSURE = 3;

export function searchView(scene: Scene, query: string): Sheet {
  const { t } = scene;
  const { hits, isSure } = found(scene, query);
  const isTyped = query.trim() !== '';
  const advice = hits.length > 0 ? (isSure ? null : unsure(scene)) : isTyped ? nothingFound(scene) : howToType(scene);
  const around = isTyped && advice !== null ? { title: t('search.around'), tiles: tilesAround(scene) } : null;
  const titles = hits.map(({ card }) => card.title);
  const spoken = advice === null ? [t('search.found', { count: hits.length })] : [advice.headline, ...advice.lines];
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
      around,
    },
    spoken: [
      ...spoken,
      ...titles,
      ...(around === null ? [] : [around.title, ...around.tiles.map(({ label }) => label)]),
    ],
    help: 'help.search',
    back: { label: t('search.back'), intent: { kind: 'back' } },
  };
}

function found(scene: Scene, query: string): { readonly hits: SearchHit[]; readonly isSure: boolean } {
  const { content, station } = scene;
  const here = new Set<string>(station.services);
  const packages = packagesHere(scene);
  const answer = rank(indexOf(content), query);
  const cardOf = ({ entry: { found: each } }: Hit): SearchHit | null => {
    if ('service' in each) {
      const service = here.has(each.service) ? content.services.get(each.service) : undefined;
      return service === undefined ? null : { kind: 'service', card: serviceCard(scene, service) };
    }
    const group = packages.find(({ id }) => 'package' in each && id === each.package);
    return group === undefined ? null : { kind: 'package', card: packageCard(scene, group) };
  };
  const cards = answer.hits.map(cardOf);
  // What was meant may be done at other places only: then all that is left here is a guess.
  const isSure = answer.isSure && cards[0] !== null;
  return { hits: cards.filter((card) => card !== null).slice(0, isSure ? SHOWN : SHOWN_UNSURE), isSure };
}

/** The shelves by topic, and first of all where what is missing can be told. */
function tilesAround(scene: Scene): Around['tiles'] {
  const { t, say, content, station } = scene;
  const unmet = station.services.find((id) => id === content.catalogue.unmet);
  const title = unmet === undefined ? undefined : content.services.get(unmet)?.title;
  return [
    ...(unmet === undefined || title === undefined
      ? []
      : [{ label: say(title), note: t('search.unmet'), intent: { kind: 'openService' as const, service: unmet } }]),
    ...tilesOf(scene, 'topic'),
  ];
}

function howToType({ t }: Scene): Advice {
  return { headline: t('search.how'), lines: [t('search.letters'), t('search.slips'), t('search.sentence')] };
}

function unsure({ t }: Scene): Advice {
  return { headline: t('search.unsure'), lines: [t('search.perhaps')] };
}

function nothingFound({ t, say, station }: Scene): Advice {
  const phones = station.helpPhones.map(({ hours, phone }) => t('help.phone', { hours: say(hours), phone }));
  return { headline: t('search.nothing'), lines: [t('search.otherWords'), ...phones] };
}
