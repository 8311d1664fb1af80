/** The title over the pages of a plan: the services it is for. */
import { runningIn, type Scene } from './scene.ts';

export function planTitle(scene: Scene): string {
  const titles = runningIn(scene).plan.services.map((service) => scene.say(service.title));
  return titles.join(scene.language === 'zh-CN' ? '、' : ', ');
}
