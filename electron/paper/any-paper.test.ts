/** Whatever a paper says: it stays within its margins, nothing of it is lost, and nothing lies over the footer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PaperBlock } from '#contract/paper.ts';
import { layOut } from './lay-out.ts';
import { COLUMN, COLUMN_HEIGHT } from './sheet.ts';
import { typeSetter } from './type-setter.ts';

/** Fonts whose Chinese signs are square and all others half as wide. */
const setter = typeSetter({
  fonts: new Map(),
  missing: new Set(),
  sign: (sign) => ({ kind: 'font', font: 'any', written: sign, advance: sign > '\u2e80' ? 1 : 0.5 }),
});

const text = (longest: number) =>
  fc.string({ unit: fc.constantFrom(...'望舒区办事，。（）《》“”aB3 9.-/'), minLength: 1, maxLength: longest });
const cells = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.array(text(30), { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(text(160), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  }),
);
const block = fc
  .oneof(
    fc.record({ kind: fc.constantFrom('title', 'subtitle', 'heading'), text: text(120) }),
    fc.record({ kind: fc.constant('paragraph'), text: text(900), indent: fc.boolean() }),
    fc.record({
      kind: fc.constant('list'),
      numbered: fc.boolean(),
      items: fc.array(text(300), { minLength: 1, maxLength: 12 }),
    }),
    fc.record({
      kind: fc.constant('facts'),
      rows: fc.array(fc.record({ label: text(60), value: text(400) }), { minLength: 1, maxLength: 8 }),
    }),
    cells,
    fc.record({ kind: fc.constant('qr'), data: fc.constant('M8KT6FNYC7P4'), caption: text(120) }),
    fc.record({
      kind: fc.constant('verify'),
      label: text(20),
      code: fc.constant('M8KT6FNYC7P4'),
      where: text(300),
      data: fc.constant('M8KT6FNYC7P4'),
    }),
    fc.constant({ kind: 'gap' }),
  )
  .map((made) => PaperBlock.parse(made));

const signs = (texts: readonly string[]): string => [...texts.join('').replaceAll(' ', '')].toSorted().join('');
function saidBy(made: PaperBlock): readonly string[] {
  if (made.kind === 'paragraph' || made.kind === 'title' || made.kind === 'subtitle' || made.kind === 'heading')
    return [made.text];
  return made.kind === 'facts' ? made.rows.flatMap(({ label, value }) => [label, value]) : [];
}

test('any paper stays within its margins', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
      for (const page of layOut(blocks, setter)) {
        for (const { y, strip } of page) {
          expect(y + strip.height).toBeLessThanOrEqual(COLUMN_HEIGHT + 0.01);
          for (const mark of strip.marks) {
            expect(mark.x).toBeGreaterThanOrEqual(0);
            if (mark.kind === 'text') expect(mark.x + setter.width(mark.text, mark)).toBeLessThanOrEqual(COLUMN + 0.01);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('any text is there, sign by sign', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const known = blocks.filter((made) => saidBy(made).length > 0);
      const written = layOut(known, setter)
        .flat()
        .flatMap(({ strip }) => strip.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
      expect(signs(written)).toBe(signs(known.flatMap(saidBy)));
    }),
    { numRuns: 60 },
  );
});
