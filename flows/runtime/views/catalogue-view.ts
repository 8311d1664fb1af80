/** The catalogue: packages for events in life, then the station's services under their topics. */
import { offeredAt } from '../doable.ts';
import { noticeOf } from './not-now.ts';
import { packageCard, packagesHere } from './package-card.ts';
import type { Scene } from './scene.ts';
import { serviceCard } from './service-card.ts';
import type { Sheet } from './sheet.ts';

export function catalogueView(scene: Scene): Sheet {
  const { t, say, content, station } = scene;
  const services = station.services.flatMap((id) => content.services.get(id) ?? []);
  const topics = content.catalogue.topics
    .map((topic) => ({
      title: say(topic.title),
      cards: services.filter((service) => service.topic === topic.id).map((service) => serviceCard(scene, service)),
    }))
    .filter((topic) => topic.cards.length > 0);
  const packages = packagesHere(scene).map((group) => packageCard(scene, group));
  const search = { label: t('search.open'), intent: { kind: 'openSearch' as const } };
  const lead = t('catalogue.lead', { count: services.length });
  const notice = noticeOf(scene, offeredAt(station, content));
  return {
    title: t('catalogue.title'),
    body: { kind: 'catalogue', lead, open: t('catalogue.open'), search, packages, topics },
    notice,
    others: [{ label: t('button.places'), intent: { kind: 'openPlaces' } }],
    spoken: [
      lead,
      search.label,
      ...(notice === null ? [] : [notice.text]),
      ...packages.map((group) => group.title),
      ...topics.flatMap((topic) => [topic.title, ...topic.cards.map((card) => card.title)]),
    ],
    help: 'help.catalogue',
  };
}
