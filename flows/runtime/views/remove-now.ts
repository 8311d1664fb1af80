/** The way to leave one service of a plan out before anything is submitted; the last one is not left out but left. */
import type { Button } from '#contract/screen/parts.ts';
import type { ServiceId } from '#contract/ids.ts';
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';

export function removeNow(scene: Scene, id: ServiceId): readonly Button[] {
  const { t, say } = scene;
  const running = runningIn(scene);
  const going = servicesNow(running.plan, contextOf(running));
  const service = going.find((each) => each.id === id);
  if (service === undefined || going.length < 2) return [];
  const label = t('button.removeNow', { service: say(service.title) });
  return [{ label, intent: { kind: 'removeFromCart', service: id } }];
}
