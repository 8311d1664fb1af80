/** One service walked as every possible citizen would: each kind of card its rules tell apart, each answer they ask about. */
import { CaseNumber, makeCaseNumber } from '#contract/case-number.ts';
import { Day, PageId, StationId } from '#contract/ids.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { makePlan } from '../compile/plan.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import type { Element } from '../language/element.ts';
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
  const machine = compilePlan(plan, content, rules, { station: STATION, release: 1 });
  const asked = new Set(expressions.flatMap((text) => rules.needs(text)));
  const answers = [...new Set(plan.steps.flatMap((step) => step.elements))].flatMap((element) => {
    const found = content.elements[element];
    if (found === undefined) return [];
    return answersTo(found, asked.has(element)).map((value) => ({ type: 'answer' as const, element, value }));
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
      { type: 'numbers.reserved', caseNumbers: [NUMBER] },
      { type: 'print.ended', outcome: 'printed', fault: null },
    ] as const;
    const events = happenings.map((event) => ({ ...event, at: 0, language: 'zh-CN' }) as PlanEvent);
    return walk(machine, startOf(machine, today), events, MOST_STATES);
  });
}

/** A name nobody has. */
const SIGNATURE = 'M100 100L400 100L250 300';

/** Where no rule asks about an answer one is as good as another. */
function answersTo(element: Element, matters: boolean): readonly AnswerValue[] {
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
    case 'choice': {
      const always = element.options.find(({ when }) => when === undefined);
      return matters || always === undefined ? element.options.map(({ value }) => value) : [always.value];
    }
  }
}
