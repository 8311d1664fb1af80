/** Whether an answer is good: right type, among the options offered, accepted by the named validator. */
import type { AnswerValue } from '#contract/screen/intent.ts';
import { ok, type Result } from '#contract/result.ts';
import { SIGNED_LATER, isSignature } from '#contract/signature.ts';
import type { Element, Option } from '../language/element.ts';
import type { RuleFacts, RuleFault, Rules } from '../language/rules.ts';
import { VALIDATORS } from '../language/validators.ts';

/** The options offered now. A rule that can't answer is a fault. */
export function optionsNow(options: readonly Option[], rules: Rules, facts: RuleFacts): Result<Option[], RuleFault> {
  const offered: Option[] = [];
  for (const option of options) {
    if (option.when !== undefined) {
      const holds = rules.holds(option.when, facts);
      if (!holds.ok) return holds;
      if (!holds.value) continue;
    }
    offered.push(option);
  }
  return ok(offered);
}

export function isGoodAnswer(
  element: Element,
  value: AnswerValue,
  rules: Rules,
  facts: RuleFacts,
): Result<boolean, RuleFault> {
  switch (element.type) {
    case 'mobile':
    case 'code':
      return ok(typeof value === 'string' && VALIDATORS[element.validator](value));
    case 'signature':
      return ok(isSignature(value) || (element.later !== undefined && value === SIGNED_LATER));
    case 'yesNo':
      return ok(typeof value === 'boolean');
    case 'choice': {
      const offered = optionsNow(element.options, rules, facts);
      return offered.ok ? ok(offered.value.some((option) => option.value === value)) : offered;
    }
  }
}
