/** 练习: offered on the page of a service, in the list, and in the help to both, while everything chosen can be practised. */
import type { Button } from '#contract/screen/parts.ts';
import type { ServiceId } from '#contract/ids.ts';
import { canBePractised } from '../../language/service.ts';
import { placeOf } from '../visit.ts';
import type { Scene } from './scene.ts';

export function practiseButton({ t, visit, content, station }: Scene): readonly Button[] {
  const { service, cart } = visit.hall.context;
  const possible = (id: ServiceId): boolean => {
    const found = content.services.get(id);
    return found !== undefined && found.offered && station.services.includes(id) && canBePractised(found);
  };
  const label = t('button.practise');
  switch (placeOf(visit)) {
    case 'service':
      return service !== null && possible(service)
        ? [{ label, intent: { kind: 'startService', service, as: 'practise' } }]
        : [];
    case 'cart':
      return cart.length > 0 && cart.every(possible) ? [{ label, intent: { kind: 'checkout', as: 'practise' } }] : [];
    default:
      return [];
  }
}
