/** The title over the pages of a plan: the services it is for. */
import type { ServiceId } from '#contract/ids.ts';
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';

/** Of the services named, or else of all that are still in the plan. */
export function planTitle(scene: Scene, only?: readonly ServiceId[]): string {
  const running = runningIn(scene);
  const services = only === undefined ? servicesNow(running.plan, contextOf(running)) : running.plan.services;
  const titles = services
    .filter((service) => only === undefined || only.includes(service.id))
    .map((service) => scene.say(service.title));
  return titles.join(scene.language === 'zh-CN' ? '、' : ', ');
}
