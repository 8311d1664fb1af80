/** One service walked as every possible citizen would: each kind of card its rules tell apart, each answer they ask about. */
import { CaseNumber, makeCaseNumber } from '#contract/case-number.ts';
import { Day, PageId, StationId } from '#contract/ids.ts';
import type { Barred } from '#contract/lookup.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { planRules } from '../compile/plan-rules.ts';
import { makePlan } from '../compile/plan.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import type { Element, Option } from '../language/element.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { Service } from '../language/service.ts';
import { PROMISE_DECLINED } from '../language/promise-answers.ts';
import { EXAMPLES } from '../language/validators.ts';
import type { Content } from '../release/content.ts';
import { possibleCards } from './possible-cards.ts';
import { rulesOf } from './rules-of.ts';
import { startOf, type Walk, walk } from './walk-plan.ts';

/** No clock here: the same source gives the same findings on any day. */
const SOME_DAY = Day.parse('2026-06-15');
const STATION = StationId.parse('gate');
const PAGE = PageId.parse('00000000-0000-4000-8000-000000000001');
const NUMBER: CaseNumber = makeCaseNumber(STATION, SOME_DAY, 1);

/** Our largest service has some 260; beyond this, trying takes longer than a publisher waits. */
const MOST_STATES = 4000;

/** One walk for the day, and one for each day that a rule names. The service must be offered and its content without problems. */
export function walkService(content: Content, service: Service): readonly Walk[] {
  const expressions = rulesOf(service, content.elements);
  const named = [...new Set(expressions.join('\n').match(/\b\d{4}-\d{2}-\d{2}\b/g))];
  const days = [SOME_DAY, ...named.flatMap((text) => Day.safeParse(text).data ?? [])];
  const rules = rulesFor(content);
  const plan = makePlan(content, 1, [service.id]);
  const machine = compilePlan(plan, content, planRules(content), { station: STATION, release: 1 });
  const answers = [...new Set(plan.steps.flatMap((step) => step.elements))].flatMap((element) => {
    const found = content.elements[element];
    if (found === undefined) return [];
    const about = expressions.filter((text) => rules.needs(text).includes(element));
    return answersTo(found, about).map((value) => ({ type: 'answer' as const, element, value }));
  });
  return days.map((today) => {
    const happenings = [
      { type: 'next' },
      { type: 'submit' },
      ...possibleCards(expressions, today).map((card) => ({ type: 'card.read', card })),
      ...answers,
      { type: 'page.taken', page: PAGE, codes: [], replaces: null },
      { type: 'pages.read', values: {} },
      { type: 'defer' },
      { type: 'lookup.found', cases: [] },
      { type: 'promises.told', barred: null },
      { type: 'promises.told', barred: BARRED },
      { type: 'decline' },
      { type: 'numbers.reserved', caseNumbers: [NUMBER] },
      { type: 'print.ended', outcome: 'printed', fault: null },
    ] as const;
    const events = happenings.map((event) => ({ ...event, at: 0, language: 'zh-CN' }) as PlanEvent);
    return walk(machine, startOf(machine, today), events, MOST_STATES);
  });
}

/** Somebody whose word isn't taken. */
const BARRED: Barred = { about: { 'zh-CN': '某事', en: 'something' }, since: SOME_DAY, until: null };

/** A name nobody has. */
const SIGNATURE = 'M100 100L400 100L250 300';

/** `rules`: those that ask about it. Where none does, one answer is as good as another. */
function answersTo(element: Element, rules: readonly string[]): readonly AnswerValue[] {
  const matters = rules.length > 0;
  switch (element.type) {
    case 'mobile':
    case 'code':
      return [EXAMPLES[element.validator]];
    case 'signature':
      return [SIGNATURE];
    case 'handwriting':
      return [SIGNATURE];
    case 'promise':
      return element.decline === undefined ? [SIGNATURE] : [SIGNATURE, PROMISE_DECLINED];
    case 'number':
    case 'money':
      return matters ? [element.min, element.max] : [element.min];
    case 'date':
      return [SOME_DAY];
    case 'pick':
    case 'rows':
      return [];
    case 'yesNo':
      return matters ? [true, false] : [true];
    case 'choice':
      return choicesOf(element.options, rules);
  }
}

/** Where every rule compares with named values: each of those, and one for all others, which no rule tells apart. */
function choicesOf(options: readonly Option[], rules: readonly string[]): readonly string[] {
  const names = (rule: string, { value }: Option): boolean => rule.includes(`"${value}"`);
  const always = options.filter(({ when }) => when === undefined);
  if (rules.length === 0 && always.length > 0) return always.slice(0, 1).map(({ value }) => value);
  const all = options.map(({ value }) => value);
  if (rules.length === 0 || rules.some((rule) => !options.some((option) => names(rule, option)))) return all;
  const told = (option: Option): boolean => option.when !== undefined || rules.some((rule) => names(rule, option));
  const [other] = options.filter((option) => !told(option));
  return options.filter((option) => told(option) || option === other).map(({ value }) => value);
}
