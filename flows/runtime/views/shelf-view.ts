/** One shelf of the catalogue: packages that begin here, then its services as cards, those that can be done here first. */
import { shelvesBy } from '../shelves.ts';
import { noticeOf } from './not-now.ts';
import { packageCard, packagesHere } from './package-card.ts';
import type { Scene } from './scene.ts';
import { serviceCard } from './service-card.ts';
import type { Sheet } from './sheet.ts';
import type { ShelfBy } from '#contract/screen/intent.ts';

export function shelfView(scene: Scene, by: ShelfBy, id: string): Sheet {
  const { t, say, content, station } = scene;
  const shelf = shelvesBy(by, content, station).find((each) => each.id === id);
  if (shelf === undefined) throw new RangeError(`no shelf ${id} here`);
  const offered = shelf.services.filter((service) => service.offered);
  const services = [...offered, ...shelf.services.filter((service) => !service.offered)];
  const cards = services.map((service) => serviceCard(scene, service));
  const belong = (ids: readonly string[]) => services.filter((service) => ids.includes(service.id)).length > 1;
  const packages = packagesHere(scene)
    .filter((group) => belong(group.services))
    .map((group) => packageCard(scene, group));
  const lead = t(packages.length === 0 ? 'shelf.lead' : 'shelf.leadTogether', { count: cards.length });
  const notice = noticeOf(scene, offered);
  return {
    title: say(shelf.title),
    body: { kind: 'shelf', lead, open: t('catalogue.open'), packages, cards },
    notice,
    spoken: [
      lead,
      ...(notice === null ? [] : [notice.text]),
      ...packages.map(({ title }) => title),
      ...cards.map(({ title }) => title),
    ],
    help: 'help.shelf',
    back: { label: t('button.back'), intent: { kind: 'back' } },
  };
}
