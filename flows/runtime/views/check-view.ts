/** The check screen: whether the service is open to this citizen, why, and what to do if not. */
import type { StepId } from '#contract/ids.ts';
import { stepOf } from '../../compile/plan.ts';
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { personFacts } from './person.ts';
import { planTitle } from './plan-title.ts';
import { removeNow } from './remove-now.ts';
import { actsForSomebody, runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';
import { valuesInWords } from './values-in-words.ts';

export function checkView(scene: Scene, step: StepId): Sheet {
  const { t, say, language } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const { card, decisions } = context;
  const { rules } = stepOf(running.plan, step, 'check');
  const decision = decisions.find((found) => found.step === step);
  const eligible = decision?.eligible === true;
  const reasons: string[] = [];
  const suggestions: string[] = [];
  for (const finding of decision?.findings ?? []) {
    const rule = rules.find((candidate) => candidate.id === finding.rule);
    // Who isn't eligible needs to hear what stands against it, not what is fulfilled.
    if (rule === undefined || (finding.met && !eligible)) continue;
    reasons.push(say((finding.met ? rule.met : rule.unmet).text, valuesInWords(finding.reason, language)));
    for (const [index, values] of finding.suggestions.entries()) {
      const suggestion = rule.suggestions[index];
      if (suggestion !== undefined) suggestions.push(say(suggestion.text, valuesInWords(values, language)));
    }
  }
  const othersGoOn = !eligible && servicesNow(running.plan, context).length > 0;
  if (othersGoOn) suggestions.push(t('check.othersGoOn', { services: planTitle(scene) }));
  const merged = running.plan.services.length > 1 && decision !== undefined;
  const takeCard = t('check.takeCard');
  const headline = actsForSomebody(scene.visit)
    ? t(eligible ? 'check.applicantEligible' : 'check.applicantNotEligible')
    : t(eligible ? 'check.eligible' : 'check.notEligible');
  return {
    title: merged ? planTitle(scene, [decision.service]) : t('check.title'),
    body: {
      kind: 'check',
      outcome: eligible ? 'eligible' : 'notEligible',
      headline,
      person: card === null ? [] : personFacts(scene, card),
      reasons,
      suggestions,
    },
    notice: { tone: 'calm', text: takeCard },
    spoken: [takeCard, headline, ...reasons, ...suggestions],
    help: 'help.check',
    others: decision !== undefined && eligible ? removeNow(scene, decision.service) : [],
    primary: {
      label: t(eligible ? 'button.next' : othersGoOn ? 'button.goOnWithout' : 'button.otherServices'),
      intent: { kind: 'next' },
    },
  };
}
