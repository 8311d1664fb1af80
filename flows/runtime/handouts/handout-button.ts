/** The ways to a handout: before anything is begun, from a service's page or from the cart. */
import type { ServiceId } from '#contract/ids.ts';
import type { Button } from '#contract/screen/parts.ts';
import type { HandoutKind } from '../../notice/handout.ts';
import type { Scene } from '../views/scene.ts';

/** `service`: null for everything in the cart. */
export function handoutButton({ t }: Scene, handout: HandoutKind, service: ServiceId | null): Button {
  return { label: t(`button.${handout}`), intent: { kind: 'openHandout', handout, service } };
}
