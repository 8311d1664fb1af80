/** Whatever is touched in whatever order: no crash, no view the renderer couldn't draw, the same again on replay. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { ScreenView } from '#contract/screen.ts';
import type { Intent } from '#contract/screen/intent.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import type { Content } from '../release/content.ts';
import { CHEN_QINGBO, EXPIRED_CARD, LIN_XIAOYING, MARIA_EXAMPLE } from '../testing/people.ts';
import { testKiosk, type TestKiosk } from '../testing/test-kiosk.ts';
import * as visits from '../testing/visits.ts';

let content: Content;
beforeAll(async () => {
  content = await fewContent();
});

type Act =
  | { readonly do: 'goOn' }
  | { readonly do: 'press'; readonly which: number }
  | { readonly do: 'intend'; readonly intent: Intent }
  | { readonly do: 'card'; readonly card: IdentityCard | null }
  | { readonly do: 'paper'; readonly outcome: 'printed' | 'unconfirmed' | 'failed' }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'crash' };

const service = visits.SENIOR_CARD;
const intent = fc.constantFrom<Intent>(
  { kind: 'begin' },
  { kind: 'openService', service },
  { kind: 'openShelf', by: 'topic', id: 'older-people' },
  { kind: 'openShelf', by: 'lifeEvent', id: null },
  { kind: 'openShelf', by: 'office', id: 'no-such-office' },
  { kind: 'startService', service },
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'leave' },
  { kind: 'confirmLeave' },
  { kind: 'stay' },
  { kind: 'answer', element: visits.MOBILE_PHONE, value: visits.PHONE },
  { kind: 'answer', element: visits.MOBILE_PHONE, value: 'x'.repeat(500) },
  { kind: 'answer', element: visits.MOBILE_PHONE, value: true },
  { kind: 'answer', element: visits.DELIVERY_WAY, value: 'pickUp' },
  { kind: 'answer', element: visits.DELIVERY_WAY, value: 'post' },
  { kind: 'answer', element: visits.PICK_UP_PLACE, value: 'yueqiao' },
  { kind: 'edit', element: visits.DELIVERY_WAY },
  { kind: 'submit' },
  { kind: 'retry' },
  { kind: 'rate', service, level: 1 },
  { kind: 'language', language: 'en' },
  { kind: 'language', language: 'zh-CN' },
  { kind: 'scale', scale: 'elder' },
  { kind: 'help', open: true },
);
const act: fc.Arbitrary<Act> = fc.oneof(
  // Mostly what leads on, so that runs get somewhere.
  { weight: 14, arbitrary: fc.constant({ do: 'goOn' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), which: fc.nat(11) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('intend' as const), intent }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('card' as const),
      card: fc.constantFrom(LIN_XIAOYING, LIN_XIAOYING, MARIA_EXAMPLE, CHEN_QINGBO, EXPIRED_CARD, null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('paper' as const),
      outcome: fc.constantFrom('printed' as const, 'unconfirmed' as const, 'failed' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 30, 61) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'crash' as const }) },
);

/** Everything the screen shows that can be pressed. */
function offered(view: ScreenView): readonly Intent[] {
  if (view.dialog !== null) return [view.dialog.primary, view.dialog.secondary].flatMap((each) => each?.intent ?? []);
  const buttons = [view.primary, view.primary, view.back, ...view.others].flatMap((each) => each?.intent ?? []);
  const { body } = view;
  if (body.kind === 'catalogue')
    return [...buttons, { kind: 'openService', service }, ...body.tiles.map((tile) => tile.intent)];
  if (body.kind === 'shelf')
    return [...buttons, ...body.cards.map((card) => ({ kind: 'openService' as const, service: card.service }))];
  if (body.kind === 'rate') return [...buttons, { kind: 'rate', service: body.service, level: 3 }];
  if (body.kind !== 'ask') return buttons;
  const value = body.input.kind === 'choice' ? (body.input.options[0]?.value ?? '') : visits.PHONE;
  return [...buttons, { kind: 'answer', element: body.element, value }];
}

/** What a citizen who knows the way would do on this screen. */
async function goOn(kiosk: TestKiosk): Promise<void> {
  const { body, dialog, primary, others } = kiosk.view();
  if (dialog !== null) await kiosk.intend({ kind: 'stay' });
  else if (body.kind === 'catalogue') await kiosk.intend({ kind: 'openService', service });
  else if (body.kind === 'identify' && body.phase !== 'trouble') await visits.putDown(kiosk, LIN_XIAOYING);
  else if (body.kind === 'ask' && body.value === null) {
    const value = body.input.kind === 'choice' ? (body.input.options[0]?.value ?? '') : visits.PHONE;
    await kiosk.intend({ kind: 'answer', element: body.element, value });
  } else {
    const button = primary ?? others[0];
    if (button !== undefined) await kiosk.intend(button.intent);
  }
}

async function perform(kiosk: TestKiosk, what: Act): Promise<TestKiosk> {
  switch (what.do) {
    case 'goOn':
      await goOn(kiosk);
      return kiosk;
    case 'press': {
      const choices = offered(kiosk.view());
      const chosen = choices[what.which % Math.max(1, choices.length)];
      if (chosen !== undefined) await kiosk.intend(chosen);
      return kiosk;
    }
    case 'intend':
      await kiosk.intend(what.intent);
      return kiosk;
    case 'card':
      if (kiosk.reader.isIdle()) return kiosk;
      if (kiosk.view().body.kind === 'goodbye') kiosk.reader.running('awaitRemoval').succeed(null);
      else if (what.card === null) kiosk.reader.running('read').fault('card.lifted');
      else kiosk.reader.running('read').succeed(what.card);
      await kiosk.settle();
      return kiosk;
    case 'paper':
      if (!kiosk.printer.isIdle()) kiosk.printer.running('print').succeed({ outcome: what.outcome, paper: 'unknown' });
      await kiosk.settle();
      return kiosk;
    case 'wait':
      await kiosk.pass(what.seconds * 1000);
      return kiosk;
    case 'crash':
      return kiosk.crash();
  }
}

interface Run {
  readonly views: readonly ScreenView[];
  readonly logged: readonly string[];
  readonly kiosk: TestKiosk;
}

async function run(acts: readonly Act[]): Promise<Run> {
  let kiosk = await testKiosk(content);
  const views = [...kiosk.views];
  const logged = [...kiosk.logged];
  for (const each of acts) {
    const from = [kiosk.views.length, kiosk.logged.length] as const;
    const next = await perform(kiosk, each);
    const same = next === kiosk;
    views.push(...next.views.slice(same ? from[0] : 0));
    logged.push(...next.logged.slice(same ? from[1] : 0));
    kiosk = next;
  }
  return { views, logged, kiosk };
}

/** In case of a failure fast-check prints the seed and the shortest run. */
const RUNS = { numRuns: 100 };
const acts = fc.array(act, { minLength: 10, maxLength: 60 });
/** Always among the runs: one straight through, and one round what stands beside the way, so that every kind of screen is seen. */
const STRAIGHT: Act[] = [
  ...Array.from({ length: 12 }, (): Act => ({ do: 'goOn' })),
  { do: 'paper', outcome: 'printed' },
  ...Array.from({ length: 3 }, (): Act => ({ do: 'goOn' })),
];
const BESIDE_THE_WAY: Act[] = (
  [
    { kind: 'begin' },
    { kind: 'openPlaces' },
    { kind: 'back' },
    { kind: 'openShelf', by: 'topic', id: 'older-people' },
    { kind: 'openService', service },
    { kind: 'openHandout', handout: 'guide', service },
    { kind: 'back' },
    { kind: 'leave' },
  ] as const satisfies Intent[]
).map((each): Act => ({ do: 'intend', intent: each }));

test('every view ever shown can be drawn, and is worded to the end', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(acts, async (todo) => {
      for (const view of (await run(todo)).views) {
        ScreenView.parse(view);
        kinds.add(view.body.kind);
        // A gap left standing would be shown and spoken in braces.
        expect(JSON.stringify(view)).not.toMatch(/\{[a-z]+\}/i);
        expect(view.spoken).not.toBe('');
      }
    }),
    { ...RUNS, examples: [[STRAIGHT], [BESIDE_THE_WAY]] },
  );
  // The runs get everywhere, otherwise this test would prove little; some come further, as an agent to a statement.
  const everywhere = [
    'ask',
    'attract',
    'catalogue',
    'check',
    'goodbye',
    'handout',
    'identify',
    'info',
    'places',
    'rate',
    'receipt',
    'review',
    'service',
    'shelf',
    'wait',
  ];
  expect(everywhere.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('a case is submitted once, never after the citizen left, and only complete', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (todo) => {
      const { kiosk } = await run(todo);
      const cases = kiosk.journal.records.flatMap(({ body }) => (body.kind === 'case.submitted' ? [body] : []));
      expect(new Set(cases.map((row) => row.caseNumber)).size).toBe(cases.length);
      for (const row of cases) expect(row.answers.map((each) => each.element)).toContain('deliveryWay');
    }),
    RUNS,
  );
});

test('no name, number, address or answer is ever logged', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (todo) => {
      const { logged } = await run(todo);
      const secrets = [LIN_XIAOYING, MARIA_EXAMPLE, CHEN_QINGBO].flatMap((card) => [card.name, card.idNumber]);
      for (const secret of [...secrets, visits.PHONE, '望舒区月桥路', 'pickUp', 'yueqiao', '2026-11-21'])
        expect(logged.join('\n')).not.toContain(secret);
    }),
    RUNS,
  );
});

test('the same touches give the same screens, every time', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (todo) => {
      const [first, second] = [await run(todo), await run(todo)];
      expect(second.views).toEqual(first.views);
      const bodies = ({ kiosk }: Run) => kiosk.journal.records.map(({ body }) => body);
      expect(bodies(second)).toEqual(bodies(first));
    }),
    { numRuns: 60 },
  );
});
