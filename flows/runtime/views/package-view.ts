/** A package: what one event in life needs together, each to be chosen, or all at once. */
import type { Button } from '#contract/screen/parts.ts';
import type { ServicePackage } from '../../language/package.ts';
import { cartButton } from './cart-button.ts';
import { obstacleTo } from '../doable.ts';
import { noticeOf } from './not-now.ts';
import type { Scene } from './scene.ts';
import { serviceCard } from './service-card.ts';
import type { Sheet } from './sheet.ts';

export function packageView(scene: Scene, group: ServicePackage): Sheet {
  const { t, say, content, station, visit, availability } = scene;
  const { cart } = visit.hall.context;
  const services = group.services
    .filter((id) => station.services.includes(id))
    .flatMap((id) => content.services.get(id) ?? []);
  const doable = services.filter((service) => service.offered && obstacleTo(service, availability) === null);
  const members = services.map((service) => {
    const why: Button = { label: t('button.why'), intent: { kind: 'openService', service: service.id } };
    return {
      card: serviceCard(scene, service),
      inCart: cart.includes(service.id),
      toggle: doable.includes(service) || cart.includes(service.id) ? cartButton(scene, service.id) : why,
    };
  });
  const missing = doable.filter(({ id }) => !cart.includes(id)).map(({ id }) => id);
  const lead = say(group.summary);
  const notHere = services.some((service) => !service.offered);
  const notNow = noticeOf(
    scene,
    services.filter(({ offered }) => offered),
  );
  return {
    title: say(group.title),
    body: { kind: 'package', lead, members },
    spoken: [lead, ...members.map(({ card }) => card.title), ...(notHere ? [t('package.notHere')] : [])],
    help: 'help.package',
    primary:
      missing.length > 0
        ? { label: t('button.addAll'), intent: { kind: 'addToCart', services: missing } }
        : { label: t('button.openCart'), intent: { kind: 'openCart' } },
    back: { label: t('button.back'), intent: { kind: 'back' } },
    notice: notNow ?? (notHere ? { tone: 'calm', text: t('package.notHere') } : null),
  };
}
