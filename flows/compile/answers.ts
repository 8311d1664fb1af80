/** Whether an answer is good: right type, among the options offered, accepted by the named validator. */
import { Day } from '#contract/ids.ts';
import { ok, type Result } from '#contract/result.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import { isHandwriting, isSignature, SIGNED_LATER } from '#contract/signature.ts';
import type { Column, Element, Option } from '../language/element.ts';
import { PROMISE_BARRED, PROMISE_DECLINED } from '../language/promise-answers.ts';
import type { RuleFault } from '../language/rules.ts';
import { VALIDATORS } from '../language/validators.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanRules } from './plan-rules.ts';

type Judged = Result<boolean, RuleFault>;

/** The options offered now. A rule that can't answer is a fault. */
export function optionsNow(
  options: readonly Option[],
  rules: PlanRules,
  context: PlanContext,
  row?: AnswerRow,
): Result<Option[], RuleFault> {
  const offered: Option[] = [];
  for (const option of options) {
    if (option.when !== undefined) {
      const holds = rules.holds(option.when, context, row);
      if (!holds.ok) return holds;
      if (!holds.value) continue;
    }
    offered.push(option);
  }
  return ok(offered);
}

/** `row`: where a column is judged, the row it stands in. */
export function isGoodAnswer(
  element: Element | Column,
  value: AnswerValue,
  rules: PlanRules,
  context: PlanContext,
  row?: AnswerRow,
): Judged {
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
      return ok(isHandwriting(value) || isKnownText(value, context));
    case 'number':
    case 'money':
      return ok(typeof value === 'number' && value >= element.min && value <= element.max);
    case 'date':
      return isDayWithin(element, value, (rule) => rules.text(rule, context, row));
    case 'pick':
      return ok(typeof value === 'string' && rules.keysOf(element.source, context).includes(value));
    case 'rows': {
      if (!Array.isArray(value) || value.length < element.min || value.length > element.max) return ok(false);
      return eachGood(value, (each) => isWholeRow(element.columns, each, rules, context));
    }
    case 'yesNo':
      return ok(typeof value === 'boolean');
    case 'choice': {
      const offered = optionsNow(element.options, rules, context, row);
      return offered.ok ? ok(offered.value.some((option) => option.value === value)) : offered;
    }
  }
}

/** Every column that is wanted in this row has a good value. */
function isWholeRow(columns: readonly Column[], row: AnswerRow, rules: PlanRules, context: PlanContext): Judged {
  return eachGood(columns, (column) => {
    const wanted = isColumnWanted(column, row, rules, context);
    if (!wanted.ok || !wanted.value) return wanted.ok ? ok(true) : wanted;
    const value = row[column.id];
    return value === undefined ? ok(false) : isGoodAnswer(column, value, rules, context, row);
  });
}

export function isColumnWanted({ when }: Column, row: AnswerRow, rules: PlanRules, context: PlanContext): Judged {
  return when === undefined ? ok(true) : rules.holds(when, context, row);
}

function eachGood<T>(all: readonly T[], judge: (each: T) => Judged): Judged {
  for (const each of all) {
    const good = judge(each);
    if (!good.ok || !good.value) return good;
  }
  return ok(true);
}

/** Text that came from the card, a lookup or a paper stands as it is; nobody types one. */
function isKnownText(value: AnswerValue, { prefilled, read }: PlanContext): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false;
  const known = [...Object.values(prefilled), ...Object.values(read)];
  return known.some((each) => each.value === value);
}

/** Both ends are rules that give a day: `latest: today` for a birthday. */
function isDayWithin(
  { earliest, latest }: { readonly earliest?: string | undefined; readonly latest?: string | undefined },
  value: AnswerValue,
  ask: (rule: string) => Result<string, RuleFault>,
): Judged {
  const day = Day.safeParse(value);
  if (!day.success) return ok(false);
  const from = earliest === undefined ? ok('0001-01-01') : ask(earliest);
  if (!from.ok) return from;
  const to = latest === undefined ? ok('9999-12-31') : ask(latest);
  if (!to.ok) return to;
  return ok(from.value <= day.data && day.data <= to.value);
}
