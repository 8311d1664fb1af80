/** The services of a plan that don't go on, each with the reason: refused by a rule, or taken out by the citizen. */
import type { Fact } from '#contract/screen/parts.ts';
import { stepOf } from '../../compile/plan.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';
import { valuesInWords } from './values-in-words.ts';

export function leftOut(scene: Scene): readonly Fact[] {
  const { t, say, language } = scene;
  const { plan } = runningIn(scene);
  const { decisions, removed } = contextOf(runningIn(scene));
  return plan.services.flatMap((service): Fact[] => {
    const label = say(service.title);
    const refusal = decisions.find((found) => found.service === service.id && !found.eligible);
    if (refusal === undefined) return removed.includes(service.id) ? [{ label, value: t('review.removed') }] : [];
    const { rules } = stepOf(plan, refusal.step, 'check');
    const reasons = refusal.findings
      .filter((finding) => !finding.met)
      .flatMap((finding) => {
        const rule = rules.find((candidate) => candidate.id === finding.rule);
        return rule === undefined ? [] : [say(rule.unmet.text, valuesInWords(finding.reason, language))];
      });
    return [{ label, value: reasons.join(language === 'zh-CN' ? '' : ' ') }];
  });
}
