/** A package as a card: the event in life it is for, and the way to its page. */
import type { ServicePackage } from '../../language/package.ts';
import type { Scene } from './scene.ts';

export function packageCard({ t, say }: Scene, group: ServicePackage) {
  return {
    title: say(group.title),
    summary: say(group.summary),
    open: { label: t('catalogue.open'), intent: { kind: 'openPackage' as const, package: group.id } },
  };
}

/** Those to be shown here: of which only one service can be had is no package. */
export function packagesHere({ content, station }: Scene): readonly ServicePackage[] {
  return [...content.packages.values()].filter(
    (group) => group.services.filter((id) => station.services.includes(id) && content.services.has(id)).length > 1,
  );
}
