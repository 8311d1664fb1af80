/** Every path of the senior card: all states, all edges, all ends, walked on the real machine. */
import { getShortestPaths } from 'xstate/graph';
import { beforeAll, describe, expect, test } from 'vitest';
import { CaseNumber } from '#contract/case-number.ts';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { makeProgram } from '../runtime/program.ts';
import type { CompiledPlan } from '../runtime/visit.ts';
import { CHEN_QINGBO, EXPIRED_CARD, LIN_XIAOYING, MARIA_EXAMPLE } from '../testing/people.ts';
import { allEdges, deadEnds, startOf, type Walk, walk } from '../gate/walk-plan.ts';
import { STATION, TODAY } from '../testing/test-kiosk.ts';
import type { PlanEvent } from './plan-events.ts';

const SERVICE = ServiceId.parse('senior-card');
const element = (id: string) => ElementId.parse(id);
const NUMBER = CaseNumber.parse('micro-centre-1-20261121-0001-71');

/** What a citizen and the devices can do, one value of each sort. */
const EVENTS: readonly PlanEvent[] = (
  [
    { type: 'next' },
    { type: 'back' },
    { type: 'submit' },
    { type: 'retry' },
    { type: 'recovered' },
    { type: 'card.found' },
    { type: 'card.read', card: LIN_XIAOYING },
    { type: 'card.read', card: MARIA_EXAMPLE },
    { type: 'card.read', card: CHEN_QINGBO },
    { type: 'card.read', card: EXPIRED_CARD },
    { type: 'card.failed', fault: 'card.absent' },
    { type: 'card.failed', fault: 'device.missing' },
    { type: 'answer', element: element('mobilePhone'), value: '13812345678' },
    { type: 'answer', element: element('mobilePhone'), value: '123' },
    { type: 'answer', element: element('deliveryWay'), value: 'pickUp' },
    { type: 'answer', element: element('deliveryWay'), value: 'post' },
    { type: 'answer', element: element('pickUpPlace'), value: 'qingbo' },
    { type: 'answer', element: element('pickUpPlace'), value: 'nowhere' },
    { type: 'edit', element: element('mobilePhone') },
    { type: 'edit', element: element('deliveryWay') },
    { type: 'edit', element: element('pickUpPlace') },
    { type: 'numbers.reserved', caseNumbers: [NUMBER] },
    { type: 'print.ended', outcome: 'printed', fault: null },
    { type: 'print.ended', outcome: 'unconfirmed', fault: null },
    { type: 'print.ended', outcome: 'failed', fault: 'printer.paperOut' },
    { type: 'rate', service: SERVICE, level: 5 },
  ] as const
).map((event) => ({ ...event, at: 1, language: 'zh-CN' }) as PlanEvent);

let compiled: CompiledPlan;
let walked: Walk;

beforeAll(async () => {
  compiled = makeProgram(await fewContent(), 1, STATION).plan([SERVICE]);
  walked = walk(compiled.machine, startOf(compiled.machine, TODAY), EVENTS);
});

const pagesReached = (): ReadonlySet<string> =>
  new Set(
    [...walked.visited.values()].flatMap(({ snapshot }) =>
      Object.values(snapshot.getMeta()).map((meta) => {
        const { page } = meta ?? { page: { kind: 'none' } };
        return `${page.kind}${'phase' in page ? `/${page.phase}` : ''}${'element' in page ? `/${page.element}` : ''}`;
      }),
    ),
  );

test('every page can be reached, and no healthy citizen meets a flow fault', () => {
  expect([...pagesReached()].toSorted()).toEqual([
    'ask/deliveryWay',
    'ask/mobilePhone',
    'ask/pickUpPlace',
    'check',
    'identify/reading',
    'identify/trouble',
    'identify/waiting',
    'info',
    'rate',
    'receipt',
    'review',
    'submit',
  ]);
});

test('from everywhere some way leads to an end', () => {
  const stuck = deadEnds(walked).map((key) => walked.visited.get(key)?.snapshot);
  const pages = new Set(stuck.map((snapshot) => JSON.stringify(snapshot?.value)));
  expect([...pages]).toEqual([]);
});

test('every edge is taken, but those a broken rule would take', () => {
  const untaken = [...allEdges(compiled.machine)].filter((edge) => !walked.edges.has(edge));
  expect(untaken.toSorted()).toEqual([
    // Rules that can't answer: proven with a broken release in `broken-rules.test.ts`.
    'plan.contact.mobilePhone.asking answer#0',
    'plan.contact.mobilePhone.asking next#1',
    'plan.delivery.deliveryWay.asking answer#0',
    'plan.delivery.deliveryWay.asking next#1',
    'plan.fault next#0',
    'plan.overview.reading back#0',
    'plan.overview.reading submit#0',
    // The second lock on the commit point: every way to the review has asked everything already.
    'plan.overview.reading submit#2',
    'plan.pick-up.pickUpPlace.asking answer#0',
    'plan.pick-up.pickUpPlace.asking next#1',
  ]);
});

describe('nothing passes that must not', () => {
  const snapshots = () => [...walked.visited.values()].map(({ snapshot }) => snapshot);

  test('who is under 60 is never asked a question', () => {
    const asked = snapshots().filter(
      ({ context, value }) => context.card === CHEN_QINGBO && 'contact' in Object(value),
    );
    expect(asked).toEqual([]);
  });

  test('an expired card is never kept', () => {
    expect(snapshots().filter(({ context }) => context.card === EXPIRED_CARD)).toEqual([]);
  });

  test('nobody without an address on the card has it posted', () => {
    const posted = snapshots().filter(
      ({ context }) => context.card === MARIA_EXAMPLE && context.answers[element('deliveryWay')] === 'post',
    );
    expect(posted).toEqual([]);
  });

  test('after submitting, nothing leads back before it', () => {
    const submitted = snapshots().filter(({ context }) => context.submittedAt !== null);
    expect(submitted.length).toBeGreaterThan(0);
    const steps = new Set(submitted.map(({ value }) => (typeof value === 'string' ? value : Object.keys(value)[0])));
    expect([...steps].toSorted()).toEqual(['done', 'satisfaction', 'slip']);
  });

  test('a case is submitted only with every answer that applies', () => {
    for (const { context } of snapshots().filter((snapshot) => snapshot.context.submittedAt !== null)) {
      expect(context.answers).toHaveProperty('mobilePhone');
      const way = context.answers[element('deliveryWay')];
      expect(way === 'post' || (way === 'pickUp' && 'pickUpPlace' in context.answers)).toBe(true);
    }
  });
});

test('xstate’s own graph tools walk the machine: no invoke, no after', () => {
  const few = EVENTS.filter((event) => ['next', 'back', 'card.failed', 'retry'].includes(event.type));
  expect(getShortestPaths(compiled.machine, { events: [...few], input: { today: TODAY } }).length).toBeGreaterThan(3);
});
