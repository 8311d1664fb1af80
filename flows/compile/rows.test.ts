/** Lists filled in row by row, in whatever order: each wanted column of a row once, nothing half done is kept, and no touch is too much. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Day, ElementId } from '#contract/ids.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import { fewContent } from '#fixtures/release/kept-content.ts';
import { Element } from '../language/element.ts';
import { isGoodAnswer } from './answers.ts';
import { freshContext, PlanContext } from './plan-context.ts';
import type { PlanEvent } from './plan-events.ts';
import { type PlanRules, planRules } from './plan-rules.ts';
import { moveInRows, placeInRows, type RowsList } from './rows.ts';

const LIST = ElementId.parse('household');
const text = (words: string) => ({ 'zh-CN': words, en: words });
const words = { label: text('label'), question: text('question'), help: text('help') };
const column = (id: string, shape: object, when?: string) => ({
  id,
  ...words,
  privacy: 'personal',
  ...shape,
  ...(when === undefined ? {} : { when }),
});
const yesNo = { type: 'yesNo', yes: text('yes'), no: text('no') };
const income = { type: 'money', min: 0, max: 1_000_000, problem: text('too much') };
const kin = { type: 'choice', options: ['wife', 'child'].map((value) => ({ value, label: text(value) })) };

interface Drawn {
  readonly min: number;
  readonly max: number;
  readonly inner: boolean;
  /** Which of the later columns hang on the one before. */
  readonly hangs: readonly boolean[];
}

function listOf({ min, max, inner, hangs }: Drawn): RowsList {
  const columns = [
    column('kinship', kin),
    column('works', yesNo, hangs[0] === true ? 'kinship == "wife"' : undefined),
    column('earnings', income, hangs[0] !== true && hangs[1] === true ? 'works' : undefined),
    ...(inner
      ? [
          column('illnesses', {
            type: 'rows',
            ...{ min: 0, max: 2, row: text('illness'), problem: text('problem') },
            columns: [column('grave', yesNo), column('cost', income, hangs[2] === true ? 'grave' : undefined)],
          }),
        ]
      : []),
  ];
  const parsed = Element.parse({
    type: 'rows',
    ...words,
    privacy: 'personal',
    sources: ['typed'],
    ...{ min, max, row: text('member'), problem: text('problem'), columns },
  });
  if (parsed.type !== 'rows') throw new Error('no list');
  return parsed;
}

const drawn = fc.record({
  min: fc.integer({ min: 0, max: 1 }),
  max: fc.integer({ min: 1, max: 3 }),
  inner: fc.boolean(),
  hangs: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});

let rulesOf: (list: RowsList) => PlanRules;
beforeAll(async () => {
  const content = await fewContent();
  rulesOf = (list) => planRules({ ...content, elements: { ...content.elements, [LIST]: list as Element } });
});

interface Filling {
  readonly context: PlanContext;
  readonly left: boolean;
}

/** As the plan does it, and through the disk after every touch. Fails when a rule can't answer. */
function touch(list: RowsList, rules: PlanRules, { context }: Filling, happening: object): Filling {
  const event = { ...happening, at: 0, language: 'zh-CN' } as PlanEvent;
  const elements = { [LIST]: list as Element };
  const moved = moveInRows({ elements, rules }, LIST, { context, event });
  if (!moved.ok) throw new Error(JSON.stringify(moved.fault));
  const next = { ...context, ...moved.value?.change };
  const restored = PlanContext.parse(JSON.parse(JSON.stringify(next)));
  expect(restored).toEqual(next);
  return { context: restored, left: moved.value?.leave === true };
}

const fresh = (): Filling => ({ context: freshContext(Day.parse('2026-06-15')), left: false });

function anAnswer(type: string, dice: number): AnswerValue {
  if (type === 'choice') return dice % 2 === 0 ? 'wife' : 'child';
  return type === 'yesNo' ? dice % 2 === 0 : `${dice}.5`;
}

test('every wanted column of a row is asked once, and the row holds these and no other', () => {
  fc.assert(
    fc.property(drawn, fc.infiniteStream(fc.nat({ max: 99 })), (shape, dice) => {
      const list = listOf(shape);
      const rules = rulesOf(list);
      const roll = (): number => dice.next().value ?? 0;
      let filling = touch(list, rules, fresh(), { type: 'addRow', element: LIST });
      const asked: string[] = [];
      for (let turn = 0; turn < 40; turn++) {
        const place = placeInRows(LIST, list, filling.context);
        if (place.kind === 'list' && place.id === LIST) break;
        if (place.kind === 'list') {
          const add = place.rows.length < 1 && roll() % 2 === 0;
          filling = touch(list, rules, filling, add ? { type: 'addRow', element: place.id } : { type: 'next' });
          continue;
        }
        if (place.filled.length === 1) asked.push(place.column.id);
        const value = anAnswer(place.column.type, roll());
        filling = touch(list, rules, filling, { type: 'answer', element: place.column.id, value });
        filling = touch(list, rules, filling, { type: 'next' });
      }
      const [row] = (filling.context.answers[LIST] ?? []) as AnswerRow[];
      expect(filling.context.filling).toBe(null);
      expect(new Set(asked).size).toBe(asked.length);
      expect([...asked, ...(shape.inner ? ['illnesses'] : [])]).toEqual(Object.keys(row ?? {}));
      expect(touch(list, rules, filling, { type: 'next' }).left).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('whatever is touched in whatever order, the list holds only whole rows, and never more than it may', () => {
  const ids = fc.constantFrom('household', 'kinship', 'works', 'earnings', 'illnesses', 'grave', 'cost');
  const values = fc.constantFrom<AnswerValue>('wife', 'child', 'nobody', true, false, '12.5', '99999999', '', []);
  const touches = fc.oneof(
    fc.record({ type: fc.constant('answer'), element: ids, value: values }),
    fc.record({ type: fc.constantFrom('next', 'next', 'next', 'back') }),
    fc.record({ type: fc.constant('addRow'), element: ids }),
    fc.record({ type: fc.constantFrom('editRow', 'removeRow'), element: ids, index: fc.nat({ max: 3 }) }),
  );
  fc.assert(
    fc.property(drawn, fc.array(touches, { maxLength: 60 }), (shape, all) => {
      const list = listOf({ ...shape, min: 0 });
      const rules = rulesOf(list);
      let filling = fresh();
      for (const each of all) {
        filling = touch(list, rules, filling, each);
        const rows = filling.context.answers[LIST] ?? [];
        expect(isGoodAnswer(list, rows, rules, filling.context)).toEqual({ ok: true, value: true });
        expect((filling.context.filling?.rows ?? []).length).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 200 },
  );
});

test('a list with too few rows is not left, one that is full takes no more, and a row that is changed keeps its place', () => {
  const list = listOf({ min: 1, max: 2, inner: false, hangs: [false, true, false] });
  const rules = rulesOf(list);
  const play = (from: Filling, happenings: readonly object[]) =>
    happenings.reduce<Filling>((filling, happening) => touch(list, rules, filling, happening), from);
  const add = { type: 'addRow', element: LIST };
  const next = { type: 'next' };
  const say = (element: string, value: AnswerValue) => ({ type: 'answer', element, value });
  const refused = play(fresh(), [next]);
  expect([refused.left, refused.context.refused?.element]).toEqual([false, LIST]);
  const child = [add, say('kinship', 'child'), next, say('works', false), next];
  const two = play(refused, [
    ...child,
    add,
    say('kinship', 'wife'),
    next,
    say('works', true),
    next,
    say('earnings', '12.5'),
    next,
  ]);
  expect(two.context.answers[LIST]).toEqual([
    { kinship: 'child', works: false },
    { kinship: 'wife', works: true, earnings: 1250 },
  ]);
  expect(play(two, [add]).context).toEqual(two.context);
  const edit = { type: 'editRow', element: LIST, index: 1 };
  const changed = play(two, [edit, next, say('works', false), next]);
  expect(changed.context.answers[LIST]).toEqual([
    { kinship: 'child', works: false },
    { kinship: 'wife', works: false },
  ]);
  // Left half way, what was there stays.
  expect(play(two, [edit, say('kinship', 'child'), { type: 'back' }]).context.answers).toEqual(two.context.answers);
  expect(play(two, [{ type: 'removeRow', element: LIST, index: 0 }, next]).left).toBe(true);
});
