/** What holds on every page: that one only practises, acts for somebody else, or isn't alone. */
import type { ScreenView } from '#contract/screen.ts';
import { AGENT_PAPER, AGENT_QUESTIONS } from '../../compile/agent-steps.ts';
import { isDrawn } from '../../language/element.ts';
import { contextOf, pageOf, placeOf } from '../visit.ts';
import type { Scene } from './scene.ts';

export function marksOf(scene: Scene): ScreenView['marks'] {
  const { t, visit } = scene;
  const place = placeOf(visit);
  if (place === 'attract' || place === 'goodbye' || place === 'forgetting') return [];
  const mode = place === 'plan' ? visit.plan?.plan.mode : undefined;
  const agent = mode?.agent === true ? t(isOfApplicant(scene) ? 'mark.agentYou' : 'mark.agent') : null;
  const besides = visit.hall.context.beside === 'now';
  return [
    ...(mode?.kind === 'practise' ? [{ kind: 'practise' as const, text: t('mark.practise') }] : []),
    ...(agent === null ? [] : [{ kind: 'agent' as const, text: agent }]),
    ...(besides ? [{ kind: 'beside' as const, text: t(isSigned(scene) ? 'mark.besideSigns' : 'mark.beside') }] : []),
  ];
}

/** 代办: the page speaks of the applicant and says 您; what whoever acts says and signs of themselves is no such page. */
function isOfApplicant({ visit, content }: Scene): boolean {
  if (visit.plan === null || contextOf(visit.plan).card === null) return false;
  const { page } = pageOf(visit.plan);
  switch (page.kind) {
    case 'ask': {
      const element = content.elements[page.element];
      return page.element !== AGENT_QUESTIONS.relation && element?.type !== 'promise' && element?.type !== 'signature';
    }
    case 'scan':
      return page.material !== AGENT_PAPER;
    case 'check':
    case 'rows':
    case 'lookup':
      return true;
    default:
      return false;
  }
}

/** Nobody signs or promises for the citizen. */
function isSigned({ visit, content }: Scene): boolean {
  if (visit.plan === null || placeOf(visit) !== 'plan') return false;
  const { page } = pageOf(visit.plan);
  if (page.kind === 'promise') return true;
  const element = page.kind === 'ask' ? content.elements[page.element] : undefined;
  return element !== undefined && isDrawn(element);
}
