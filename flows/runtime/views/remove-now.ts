/** The way to leave one service of a plan out before anything is submitted; the last one is not left out but left. */
import type { Button } from '#contract/screen/parts.ts';
import type { ServiceId, StepId } from '#contract/ids.ts';
import { servicesNow, takersNow } from '../../compile/takers.ts';
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

/** At a step that can't be passed: each service that wants it, so that the others go on; none where no other would. */
export function removeWanting(scene: Scene, id: StepId): readonly Button[] {
  const { plan, rules, snapshot } = runningIn(scene);
  const takers = plan.steps.find((step) => step.id === id)?.takers ?? [];
  const wanting = takersNow({ takers, decides: null }, rules, snapshot.context);
  if (!wanting.ok || wanting.value.length === servicesNow(plan, snapshot.context).length) return [];
  return wanting.value.flatMap((service) => removeNow(scene, service));
}
