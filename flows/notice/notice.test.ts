/** What the list says beforehand is what the plan asks for afterwards: the same papers, the same fees. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ElementId, ServiceId } from '#contract/ids.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { feesNow } from '../compile/fees.ts';
import { optionsNow } from '../compile/answers.ts';
import { papersNow } from '../compile/papers.ts';
import { freshContext, type PlanContext } from '../compile/plan-context.ts';
import { type PlanRules, planRules } from '../compile/plan-rules.ts';
import { makePlan } from '../compile/plan.ts';
import { stopsOf } from '../compile/stops.ts';
import { takersNow } from '../compile/takers.ts';
import { makesCase } from '../language/service.ts';
import type { Content } from '../release/content.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { TODAY } from '../testing/test-kiosk.ts';
import { decidedBy } from './decided-by.ts';
import { makeHandout } from './handout.ts';
import { noticeNow } from './notice-now.ts';

const NOTICE = { kind: 'notice', agent: false } as const;

let content: Content;
let rules: PlanRules;
let offered: readonly ServiceId[];
beforeAll(async () => {
  content = await fewContent();
  rules = planRules(content);
  offered = [...content.services.values()].filter((each) => each.offered && makesCase(each)).map(({ id }) => id);
});

function anAnswer(id: ElementId, dice: number, context: PlanContext): AnswerValue | null {
  const element = content.elements[id];
  switch (element?.type) {
    case 'choice': {
      const options = optionsNow(element.options, rules, context);
      return options.ok ? (options.value[dice % options.value.length]?.value ?? null) : null;
    }
    case 'yesNo':
      return dice % 2 === 0;
    case 'number':
    case 'money':
      return element.min + (dice % (element.max - element.min + 1));
    case 'date':
      return TODAY;
    case 'promise':
      return element.decline === undefined ? null : dice % 2 === 0 ? 'signed' : 'declined';
    default:
      return null;
  }
}

/** As the pages of a plan would: in their order, and only what is asked. */
function answered(
  plan: Pick<ReturnType<typeof makePlan>, 'steps' | 'services'>,
  dice: readonly number[],
  from: PlanContext,
) {
  let context = from;
  for (const stop of stopsOf(plan as ReturnType<typeof makePlan>)) {
    const { element } = stop;
    if (element === null || context.answers[element] !== undefined) continue;
    const wanted = takersNow(stop, rules, context);
    if (!wanted.ok || wanted.value.length === 0) continue;
    const value = anAnswer(element, dice[Object.keys(context.answers).length % dice.length] ?? 0, context);
    if (value !== null) context = { ...context, answers: { ...context.answers, [element]: value } };
  }
  return context;
}

const dice = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 });

test('the list names the papers that the plan asks for with the same answers, and the same fees', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.shuffledSubarray([...offered], { minLength: 1, maxLength: 4 }), dice, (cart, thrown) => {
      const beforehand = answered(makeHandout(NOTICE, content, 1, cart), thrown, freshContext(TODAY));
      const plan = makePlan(content, 1, cart);
      const services = plan.services;
      const notice = noticeNow(services, content, rules, beforehand);
      const later = answered(plan, thrown, { ...beforehand, card: LIN_XIAOYING });
      const papers = papersNow(stopsOf(plan), rules, later);
      if (!papers.ok) return;
      const listed = notice.papers.filter(({ material }) =>
        services.some(({ steps }) => steps.some((step) => step.kind === 'scan' && step.materials.includes(material))),
      );
      const asked = new Set(papers.value.map(({ material }) => material));
      const sure = new Set(listed.filter((paper) => paper.sure).map(({ material }) => material));
      const maybe = new Set(listed.map(({ material }) => material));
      // Nothing that is asked for is missing, and nothing is said for sure that isn't asked for.
      expect([...asked].filter((material) => !maybe.has(material))).toEqual([]);
      expect([...sure].filter((material) => !asked.has(material))).toEqual([]);
      const fees = feesNow(services, content.fees, rules, later);
      if (fees.ok && notice.fees.every(({ quantity }) => quantity !== null))
        expect(notice.fees.map(({ fee, quantity }) => [fee, quantity])).toEqual(
          fees.value.map(({ fee, quantity }) => [fee, quantity]),
        );
      compared += 1;
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('only questions that decide something are asked, and no card', () => {
  for (const id of offered) {
    const { steps } = makeHandout(NOTICE, content, 1, [id]);
    for (const { kind } of steps) expect(['ask', 'choose', 'notice']).toContain(kind);
  }
  const { steps } = makeHandout(
    NOTICE,
    content,
    1,
    offered.filter((id) => id === 'birth-allowance'),
  );
  expect(steps.flatMap(({ elements }) => elements)).toEqual(['applicantRole', 'payoutWay']);
});

describe('when it is decided', () => {
  const calendar = () => content.workingDays;
  test.each([
    ['in office hours', '2026-11-20', '10:00', { starts: '2026-11-20', waits: false, by: '2026-11-27' }],
    ['late on a Friday', '2026-11-20', '23:00', { starts: '2026-11-23', waits: true, by: '2026-11-30' }],
    ['before the office opens', '2026-11-20', '06:00', { starts: '2026-11-20', waits: false, by: '2026-11-27' }],
    ['on a holiday', '2026-10-01', '10:00', { starts: '2026-10-08', waits: true, by: '2026-10-14' }],
  ])('%s', (_, day, time, expected) => {
    expect(decidedBy({ day, time }, 5, calendar())).toEqual(expected);
  });
});
