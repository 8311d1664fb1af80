/** A check step decided: every rule asked, every sentence filled; one rule that can't answer is a fault. */
import type { ServiceId } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { RuleFault } from '../language/rules.ts';
import type { PlanRules } from './plan-rules.ts';
import type { Sentence } from '../language/sentence.ts';
import type { StepOf } from '../language/step.ts';
import type { Decision, PlanContext } from './plan-context.ts';

function fill(sentence: Sentence, rules: PlanRules, context: PlanContext): Result<Record<string, string>, RuleFault> {
  const values: Record<string, string> = {};
  for (const [name, expression] of Object.entries(sentence.values)) {
    const text = rules.text(expression, context);
    if (!text.ok) return text;
    values[name] = text.value;
  }
  return ok(values);
}

export function decide(
  step: StepOf<'check'>,
  service: ServiceId,
  rules: PlanRules,
  context: PlanContext,
): Result<Decision, RuleFault> {
  const findings: Decision['findings'] = [];
  for (const rule of step.rules) {
    const met = rules.holds(rule.require, context);
    if (!met.ok) return met;
    const reason = fill(met.value ? rule.met : rule.unmet, rules, context);
    if (!reason.ok) return reason;
    const suggestions: Record<string, string>[] = [];
    for (const suggestion of met.value ? [] : rule.suggestions) {
      const values = fill(suggestion, rules, context);
      if (!values.ok) return values;
      suggestions.push(values.value);
    }
    findings.push({ rule: rule.id, met: met.value, reason: reason.value, suggestions });
  }
  return ok({ step: step.id, service, eligible: findings.every((finding) => finding.met), findings });
}
