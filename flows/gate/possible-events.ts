/** Everything that can happen to a plan while it is walked: each card its rules tell apart, each answer they ask about, each device doing what it should. */
import { CaseNumber, makeCaseNumber } from '#contract/case-number.ts';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { Found } from '#contract/found.ts';
import { Day, PageId, StationId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import type { Barred } from '#contract/lookup.ts';
import { makeVerifyCode } from '#contract/verify-code.ts';
import { PRACTISE_CARDS } from '../compile/practise-cards.ts';
import type { PlanEvent } from '../compile/plan-events.ts';
import type { Plan } from '../compile/plan.ts';
import type { ExpressionText } from '../language/expression-text.ts';
import { rulesFor } from '../release/rules-for.ts';
import type { Content } from '../release/content.ts';
import { possibleAnswers } from './possible-answers.ts';
import { possibleCards, SOMEBODY } from './possible-cards.ts';
import { possibleData } from './possible-data.ts';

export const STATION = StationId.parse('gate');
const PAGE = PageId.parse('00000000-0000-4000-8000-000000000001');
const CODE = makeVerifyCode(() => 0);

/** `expressions`: all rules of the services in the plan. */
export function possibleEvents(
  plan: Plan,
  content: Content,
  expressions: readonly ExpressionText[],
  today: Day,
): readonly PlanEvent[] {
  const number: CaseNumber = makeCaseNumber(STATION, today, 1);
  const happenings = [
    { type: 'next' },
    { type: 'back' },
    { type: 'submit' },
    { type: 'retry' },
    ...[...new Set(plan.steps.flatMap(({ elements }) => elements))].map((element) => ({
      type: 'edit' as const,
      element,
    })),
    ...cardsLaid(plan, expressions, today),
    ...answersGiven(plan, content, expressions, today),
    { type: 'page.taken', page: PAGE, codes: [], replaces: null },
    { type: 'pages.read', values: {} },
    { type: 'defer' },
    { type: 'lookup.found', cases: [] },
    { type: 'promises.told', barred: null },
    { type: 'promises.told', barred: BARRED },
    { type: 'decline' },
    ...dataBrought(plan, content, expressions, today),
    { type: 'proof.issued', code: CODE, facts: '0'.repeat(64), shown: [], madeAt: 0, day: today, place: PLACE },
    { type: 'proof.ended', outcome: 'printed', fault: null },
    { type: 'numbers.reserved', caseNumbers: [number] },
    { type: 'print.ended', outcome: 'printed', fault: null },
  ] as const;
  return happenings.map((event) => ({ ...event, at: 0, language: 'zh-CN' }) as PlanEvent);
}

/** Somebody whose word isn't taken. */
const BARRED: Barred = { about: { 'zh-CN': '某事', en: 'something' }, since: Day.parse('2026-06-15'), until: null };

const PLACE: LocalText = { 'zh-CN': '某处', en: 'somewhere' };

/** Where two people are asked for their cards. */
const SOMEBODY_ELSE: IdentityCard = { ...SOMEBODY, name: '别人', idNumber: '990901199001010019' };

function cardsLaid({ mode, steps }: Plan, expressions: readonly ExpressionText[], today: Day) {
  if (mode.kind === 'practise')
    return Object.values(PRACTISE_CARDS).map((card) => ({ type: 'practise.card' as const, card }));
  const persons = steps.filter(({ kind }) => kind === 'identify').length;
  const cards = [...possibleCards(expressions, today), ...(persons > 1 ? [SOMEBODY_ELSE] : [])];
  return cards.map((card) => ({ type: 'card.read' as const, card }));
}

function answersGiven({ steps }: Plan, content: Content, expressions: readonly ExpressionText[], today: Day) {
  const rules = rulesFor(content);
  const dayOf = (rule: string): string | null => {
    const day = rules.needs(rule).length === 0 ? rules.text(rule, { today }) : null;
    return day?.ok === true ? day.value : null;
  };
  return [...new Set(steps.flatMap((step) => step.elements))].flatMap((element) => {
    const found = content.elements[element];
    if (found === undefined) return [];
    const about = expressions.filter((text) => rules.needs(text).includes(element));
    const values = possibleAnswers(found, about, { today, dayOf }, content.sources);
    return values.map((value) => ({ type: 'answer' as const, element, value }));
  });
}

function dataBrought({ steps }: Plan, content: Content, expressions: readonly ExpressionText[], today: Day) {
  const rules = rulesFor(content);
  const checks = steps.flatMap(({ source }) =>
    source.kind === 'check' ? source.rules.map((rule) => rule.require) : [],
  );
  const sources = new Set(steps.flatMap(({ source }) => (source.kind === 'lookup' ? [source.source] : [])));
  return [...sources].flatMap((id) => {
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
}
