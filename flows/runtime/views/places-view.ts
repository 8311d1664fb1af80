/** 附近的服务点: the other places of the district, open ones first, each with what one needs to go there. */
import type { Service } from '../../language/service.ts';
import type { FoundPlace } from '../../places/find-places.ts';
import { hoursOf, placesNear, wayTo } from './place-words.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function placesView(scene: Scene, service: Service | null): Sheet {
  const { t, say } = scene;
  const found = placesNear(scene, service);
  const lead =
    service === null
      ? t('places.lead')
      : t(found.length === 0 ? 'places.none' : 'places.for', { service: say(service.title) });
  const places = found.map((place) => placeCard(scene, place));
  return {
    title: t('places.title'),
    body: { kind: 'places', lead, places },
    spoken: [lead, ...places.flatMap(({ name, badge, facts }) => [name, badge.text, facts[0]?.value ?? ''])],
    help: 'help.places',
    back: { label: t('button.back'), intent: { kind: 'back' } },
  };
}

function placeCard(scene: Scene, place: FoundPlace) {
  const { t, say, content } = scene;
  const { station, open } = place;
  const count = station.services.filter((id) => content.services.get(id)?.offered === true).length;
  const books = station.services.some((id) => id === 'booking' && content.services.get(id)?.offered === true);
  return {
    name: say(station.name),
    badge: open
      ? { tone: 'calm' as const, text: t('place.open') }
      : { tone: 'attention' as const, text: t('place.closed') },
    facts: [
      { label: t('place.where'), value: `${wayTo(scene, place)} · ${say(station.address)}` },
      { label: t('place.when'), value: hoursOf(scene, station) },
      { label: t('place.phone'), value: station.phone },
      { label: t('place.can'), value: t('place.count', { count }) },
      { label: t('place.booking'), value: t(books ? 'place.books' : 'place.noBooking') },
      { label: t('place.directions'), value: say(station.directions) },
    ],
  };
}
