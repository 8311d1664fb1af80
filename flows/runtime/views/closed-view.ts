/** Nothing can be done here now: why, when it will be well again, and which telephone answers. It ends by itself. */
import type { Lack } from '#contract/devices/availability.ts';
import { reasonOf } from './not-now.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function closedView(scene: Scene, lack: Lack): Sheet {
  const { t, say, station } = scene;
  const headline = reasonOf(scene, lack);
  const phones = station.helpPhones.map(({ hours, phone }) => t('help.phone', { hours: say(hours), phone }));
  const lines = [t('closed.detail'), ...phones];
  return {
    title: t('closed.title'),
    body: { kind: 'outOfService', headline, detail: lines.join('\n'), reference: lack.reference },
    spoken: [headline, ...lines],
    help: 'help.closed',
  };
}
