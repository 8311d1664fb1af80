/** One service walked as every possible citizen would: each kind of card its rules tell apart, each answer they ask about. */
import { CaseNumber, makeCaseNumber } from '#contract/case-number.ts';
import type { Found } from '#contract/found.ts';
import { Day, PageId, StationId } from '#contract/ids.ts';
import { makeVerifyCode } from '#contract/verify-code.ts';
import type { Barred } from '#contract/lookup.ts';
import { compilePlan } from '../compile/compile-plan.ts';
import { planRules } from '../compile/plan-rules.ts';
import { makePlan } from '../compile/plan.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { Service } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { possibleAnswers } from './possible-answers.ts';
import { possibleCards } from './possible-cards.ts';
import { possibleData } from './possible-data.ts';
import { rulesOf } from './rules-of.ts';
import { startOf, type Walk, walk } from './walk-plan.ts';
import { whatMatters } from './what-matters.ts';

/** No clock here: the same source gives the same findings on any day. */
const SOME_DAY = Day.parse('2026-06-15');
const STATION = StationId.parse('gate');
const PAGE = PageId.parse('00000000-0000-4000-8000-000000000001');
const NUMBER: CaseNumber = makeCaseNumber(STATION, SOME_DAY, 1);

/** Our largest service has some 7,700; beyond this, trying takes longer than a publisher waits. */
const MOST_STATES = 8000;

/** One walk for the day, and one for each day that a rule names. The service must be offered and its content without problems. */
export function walkService(content: Content, service: Service): readonly Walk[] {
  const expressions = rulesOf(service, content.elements);
  const named = [...new Set(expressions.join('\n').match(/\b\d{4}-\d{2}-\d{2}\b/g))];
  const days = [SOME_DAY, ...named.flatMap((text) => Day.safeParse(text).data ?? [])];
  const rules = rulesFor(content);
  const plan = makePlan(content, 1, [service.id]);
  const asked = planRules(content);
  const machine = compilePlan(plan, content, asked, { station: STATION, release: 1 });
  const nameOf = whatMatters(plan, content, asked);
  const checks = service.steps.flatMap((step) => (step.kind === 'check' ? step.rules.map((rule) => rule.require) : []));
  const elements = new Set(plan.steps.flatMap((step) => step.elements));
  const sources = new Set(service.steps.flatMap((step) => (step.kind === 'lookup' ? [step.source] : [])));
  return days.map((today) => {
    const dayOf = (rule: string): string | null => {
      const day = rules.needs(rule).length === 0 ? rules.text(rule, { today }) : null;
      return day?.ok === true ? day.value : null;
    };
    const answers = [...elements].flatMap((element) => {
      const found = content.elements[element];
      if (found === undefined) return [];
      const about = expressions.filter((text) => rules.needs(text).includes(element));
      const values = possibleAnswers(found, about, { today, dayOf }, content.sources);
      return values.map((value) => ({ type: 'answer' as const, element, value }));
    });
    const data = [...sources].flatMap((id) => {
      const source = id === 'progress' ? undefined : content.sources[id];
      if (source === undefined) return [];
      const about = checks.filter((text) => rules.needs(text).every((name) => name === id));
      const facts = (fields: Found['fields']) => ({ today, [id]: { ...fields, found: true, rows: 1 } });
      const brought = possibleData(id, source, expressions, today, (fields) => {
        const answers = about.map((text) => rules.holds(text, facts(fields)));
        return answers.filter((answer) => answer.ok && answer.value).length;
      });
      return brought.map((found) => ({ type: 'source.found' as const, source: id, found }));
    });
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
      ...data,
      { type: 'proof.issued', code: CODE, facts: '0'.repeat(64), madeAt: 0, day: SOME_DAY },
      { type: 'proof.ended', outcome: 'printed', fault: null },
      { type: 'numbers.reserved', caseNumbers: [NUMBER] },
      { type: 'print.ended', outcome: 'printed', fault: null },
    ] as const;
    const events = happenings.map((event) => ({ ...event, at: 0, language: 'zh-CN' }) as PlanEvent);
    return walk(machine, startOf(machine, today), events, { limit: MOST_STATES, nameOf });
  });
}

const CODE = makeVerifyCode(() => 0);

/** Somebody whose word isn't taken. */
const BARRED: Barred = { about: { 'zh-CN': '某事', en: 'something' }, since: SOME_DAY, until: null };
