/** The attract screen: what this machine is for, and one thing to touch. */
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function attractView({ t }: Scene): Sheet {
  const points = [t('attract.pointAlways'), t('attract.pointCard'), t('attract.pointHelp')];
  const touch = t('attract.touch');
  return {
    title: t('attract.title'),
    body: { kind: 'attract', lead: t('attract.lead'), points, touch },
    spoken: [t('attract.lead'), ...points, touch],
    help: 'help.attract',
    primary: { label: touch, intent: { kind: 'begin' } },
  };
}
