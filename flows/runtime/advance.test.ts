/** The pure step, without a runner: where each way out ends, and that nothing of the citizen is left in it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CaseNumber } from '#contract/case-number.ts';
import { SessionId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { APPLY } from '../compile/plan-mode.ts';
import { LIN_XIAOYING } from '../testing/people.ts';
import { STATION, TODAY } from '../testing/test-kiosk.ts';
import { DELIVERY_WAY, MOBILE_PHONE, PHONE, SENIOR_CARD } from '../testing/visits.ts';
import { advance } from './advance.ts';
import { makeProgram } from './program.ts';
import { emptyContext } from './session-context.ts';
import type { SessionEvent } from './session-events.ts';
import { emptyVisit, placeOf, type Program, type Visit } from './visit.ts';

let program: Program;
beforeAll(async () => {
  program = makeProgram(await fewContent(), 1, STATION);
});

const BEGIN: SessionEvent = {
  type: 'begin',
  session: SessionId.parse('00000000-0000-4000-8000-000000000001'),
};
const LEAVE: SessionEvent = { type: 'leave', losing: false };
const LEAVE_LOSING: readonly SessionEvent[] = [{ type: 'leave', losing: true }, { type: 'confirmLeave' }];
const IDLE: readonly SessionEvent[] = [{ type: 'idle.long' }, { type: 'idle.over' }];
const NEXT: SessionEvent = { type: 'next' };
const TO_CHECK: readonly SessionEvent[] = [
  BEGIN,
  { type: 'language', language: 'en' },
  { type: 'scale', scale: 'elder' },
  { type: 'openService', service: SENIOR_CARD },
  { type: 'startService', service: SENIOR_CARD, as: APPLY, today: TODAY },
  NEXT,
  { type: 'card.read', card: LIN_XIAOYING },
];
const TO_REVIEW: readonly SessionEvent[] = [
  ...TO_CHECK,
  NEXT,
  { type: 'answer', element: MOBILE_PHONE, value: PHONE },
  NEXT,
  { type: 'answer', element: DELIVERY_WAY, value: 'post' },
  NEXT,
];
const TO_RATING: readonly SessionEvent[] = [
  ...TO_REVIEW,
  { type: 'submit' },
  { type: 'numbers.reserved', caseNumbers: [CaseNumber.parse('micro-centre-1-20261121-0001-71')] },
  { type: 'print.ended', outcome: 'printed', fault: null },
  NEXT,
];
const HELP: SessionEvent = { type: 'help', open: true };

function follow(events: readonly SessionEvent[]): Visit {
  let visit = emptyVisit(program);
  for (const [index, event] of events.entries()) {
    const advanced = advance(program, visit, event, index);
    if (advanced === null) throw new Error(`event ${index} (${event.type}) means nothing here`);
    visit = advanced.visit;
  }
  return visit;
}

describe('after every way out the context is empty', () => {
  const waysOut: readonly (readonly [string, readonly SessionEvent[]])[] = [
    ['leaving the catalogue', [BEGIN, LEAVE]],
    ['leaving the catalogue with the help open', [BEGIN, HELP, LEAVE]],
    ['leaving the check after the question', [...TO_CHECK, ...LEAVE_LOSING]],
    ['leaving the review after the question', [...TO_REVIEW, ...LEAVE_LOSING]],
    ['walking away from the catalogue', [BEGIN, ...IDLE]],
    ['walking away from the review', [...TO_REVIEW, HELP, ...IDLE]],
    ['walking away from the question whether to leave', [...TO_REVIEW, { type: 'leave', losing: true }, ...IDLE]],
    ['saying no to “still there?”', [...TO_REVIEW, { type: 'idle.long' }, { type: 'confirmLeave' }]],
    ['leaving the rating', [...TO_RATING, LEAVE]],
    ['skipping the rating', [...TO_RATING, NEXT]],
    ['rating', [...TO_RATING, { type: 'rate', service: SENIOR_CARD, level: 5 }]],
  ];

  test.each(waysOut)('%s', (_name, events) => {
    const parted = follow(events);
    expect(placeOf(parted)).toBe('goodbye');
    for (const goodbye of [{ type: 'goodbye.over' }, NEXT] as const) {
      const visit = follow([...events, goodbye, { type: 'forgotten' }]);
      expect(visit.hall.context).toEqual(emptyContext('zh-CN'));
      expect(visit.plan).toBeNull();
      expect(visit.hall.value).toEqual({ place: 'attract', dialog: 'closed' });
    }
  });
});

test('going back out of the service forgets its plan, but not the session', () => {
  const visit = follow([...TO_CHECK.slice(0, 5), { type: 'back' }]);
  expect(placeOf(visit)).toBe('service');
  expect(visit.plan).toBeNull();
  expect(visit.hall.context.session).not.toBeNull();
});

test('with something to lose, the first page has no way back out', () => {
  const atInfo = follow([...TO_CHECK, { type: 'back' }]);
  expect(advance(program, atInfo, { type: 'back' }, 0)).toBeNull();
});

test('records come from the step that makes them true, and from no other', () => {
  const steps = TO_RATING.map((_, index) => TO_RATING.slice(0, index + 1));
  const kinds = steps.flatMap((events) => {
    const last = events.at(-1);
    if (last === undefined) return [];
    const advanced = advance(program, follow(events.slice(0, -1)), last, 0);
    return (advanced?.bodies ?? []).map((body) => `${last.type}: ${body.kind}`);
  });
  expect(kinds).toEqual(['numbers.reserved: case.submitted', 'print.ended: receipt.reported']);
});
