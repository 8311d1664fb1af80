/** The attract screen: what this machine is for, and one thing to touch. */
import { closedBy, offeredAt } from '../doable.ts';
import { closedView } from './closed-view.ts';
import { noticeOf } from './not-now.ts';
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function attractView(scene: Scene): Sheet {
  const { t, station, content, availability } = scene;
  const services = offeredAt(station, content);
  const lack = closedBy(services, availability);
  if (lack !== null) return closedView(scene, lack);
  const notice = noticeOf(scene, services);
  const points = [t('attract.pointAlways'), t('attract.pointCard'), t('attract.pointHelp')];
  const touch = t('attract.touch');
  return {
    title: t('attract.title'),
    body: { kind: 'attract', lead: t('attract.lead'), points, touch },
    spoken: [t('attract.lead'), ...(notice === null ? [] : [notice.text]), ...points, touch],
    notice,
    help: 'help.attract',
    primary: { label: touch, intent: { kind: 'begin' } },
  };
}
