/** What holds on every page: that one only practises, acts for somebody else, or isn't alone. */
import type { ScreenView } from '#contract/screen.ts';
import { isDrawn } from '../../language/element.ts';
import { pageOf, placeOf } from '../visit.ts';
import type { Scene } from './scene.ts';

export function marksOf(scene: Scene): ScreenView['marks'] {
  const { t, visit } = scene;
  const place = placeOf(visit);
  if (place === 'attract' || place === 'goodbye' || place === 'forgetting') return [];
  const mode = place === 'plan' ? visit.plan?.plan.mode : undefined;
  const besides = visit.hall.context.beside === 'now';
  return [
    ...(mode?.kind === 'practise' ? [{ kind: 'practise' as const, text: t('mark.practise') }] : []),
    ...(mode?.agent === true ? [{ kind: 'agent' as const, text: t('mark.agent') }] : []),
    ...(besides ? [{ kind: 'beside' as const, text: t(isSigned(scene) ? 'mark.besideSigns' : 'mark.beside') }] : []),
  ];
}

/** Nobody signs or promises for the citizen. */
function isSigned({ visit, content }: Scene): boolean {
  if (visit.plan === null || placeOf(visit) !== 'plan') return false;
  const { page } = pageOf(visit.plan);
  if (page.kind === 'promise') return true;
  const element = page.kind === 'ask' ? content.elements[page.element] : undefined;
  return element !== undefined && isDrawn(element);
}
