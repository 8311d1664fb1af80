/** Whether an answer is good: right type, among the options offered, accepted by the named validator. */
import type { AnswerValue } from '#contract/screen/intent.ts';
import { Day } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import { SIGNED_LATER, isSignature } from '#contract/signature.ts';
import type { Element, ElementOf, Option } from '../language/element.ts';
import type { RuleFacts, RuleFault, Rules } from '../language/rules.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../language/promise-answers.ts';
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
    case 'promise':
      return ok(
        isSignature(value) || value === PROMISE_BARRED || (element.decline !== undefined && value === PROMISE_DECLINED),
      );
    case 'handwriting':
      return ok(isSignature(value));
    case 'number':
    case 'money':
      return ok(typeof value === 'number' && value >= element.min && value <= element.max);
    case 'date':
      return isDayWithin(element, value, rules, facts);
    case 'pick':
    case 'rows':
      return ok(false);
    case 'yesNo':
      return ok(typeof value === 'boolean');
    case 'choice': {
      const offered = optionsNow(element.options, rules, facts);
      return offered.ok ? ok(offered.value.some((option) => option.value === value)) : offered;
    }
  }
}

/** Both ends are rules that give a day: `latest: today` for a birthday. */
function isDayWithin(
  { earliest, latest }: ElementOf<'date'>,
  value: AnswerValue,
  rules: Rules,
  facts: RuleFacts,
): Result<boolean, RuleFault> {
  const day = Day.safeParse(value);
  if (!day.success) return ok(false);
  const from = earliest === undefined ? ok('0001-01-01') : rules.text(earliest, facts);
  if (!from.ok) return from;
  const to = latest === undefined ? ok('9999-12-31') : rules.text(latest, facts);
  if (!to.ok) return to;
  return ok(from.value <= day.data && day.data <= to.value);
}
