/** What a promise says, as it is read and again where it is signed. */
import type { ElementId } from '#contract/ids.ts';
import type { Promised } from '#contract/screen/asking-views.ts';
import { AGENT_QUESTIONS } from '../../compile/agent-steps.ts';
import type { ElementOf } from '../../language/element.ts';
import { actsForSomebody, type Scene } from './scene.ts';

export function promisedIn(
  { t, say, visit, language }: Scene,
  id: ElementId,
  { statements, consequence }: ElementOf<'promise'>,
): Promised {
  const binds = actsForSomebody(visit) && id !== AGENT_QUESTIONS.consent ? [t('promise.forApplicant')] : [];
  return {
    statements: statements.map((text) => say(text)),
    consequence: [...binds, say(consequence)].join(language === 'zh-CN' ? '' : ' '),
  };
}
