/** The catalogue: packages for events in life, then the station's services under their topics. */
import { offeredAt } from '../doable.ts';
import { noticeOf } from './not-now.ts';
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
  const packages = [...content.packages.values()]
    // A package of which only one thing can be had here is no package.
    .filter((group) => group.services.filter((id) => services.some((service) => service.id === id)).length > 1)
    .map((group) => ({
      title: say(group.title),
      summary: say(group.summary),
      open: { label: t('catalogue.open'), intent: { kind: 'openPackage' as const, package: group.id } },
    }));
  const lead = t('catalogue.lead', { count: services.length });
  const notice = noticeOf(scene, offeredAt(station, content));
  return {
    title: t('catalogue.title'),
    body: { kind: 'catalogue', lead, open: t('catalogue.open'), packages, topics },
    notice,
    spoken: [
      lead,
      ...(notice === null ? [] : [notice.text]),
      ...packages.map((group) => group.title),
      ...topics.flatMap((topic) => [topic.title, ...topic.cards.map((card) => card.title)]),
    ],
    help: 'help.catalogue',
  };
}
