/** The buttons of the cart: put in, take out, and the one in the top corner that opens it. */
import type { ServiceId } from '#contract/ids.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Button } from '#contract/screen/parts.ts';
import { placeOf } from '../visit.ts';
import type { Scene } from './scene.ts';

/** Puts the service into the cart, or takes it out again. */
export function cartButton({ t, visit }: Scene, service: ServiceId): Button {
  return visit.hall.context.cart.includes(service)
    ? { label: t('button.removeFromCart'), intent: { kind: 'removeFromCart', service } }
    : { label: t('button.addToCart'), intent: { kind: 'addToCart', services: [service] } };
}

/** Null where nothing is being chosen. */
export function cartCorner({ t, visit }: Scene): ScreenView['cart'] {
  const place = placeOf(visit);
  if (place !== 'catalogue' && place !== 'search' && place !== 'service' && place !== 'package' && place !== 'cart')
    return null;
  const count = visit.hall.context.cart.length;
  return { count, open: { label: t('button.inCart', { count }), intent: { kind: 'openCart' } } };
}
