/** A material's recipe on a page that was read: each field found, checked and in one form, or why it is empty. */
import type { Check, FieldReading, FieldReadings, PageRead, WhyEmpty } from '#contract/ocr.ts';
import type { Recipe, RecipeField } from '../language/recipe.ts';
import { type Anchor, findAnchors } from './find-anchors.ts';
import { boxAround, type Row, rowsOf, surenessOf, textOf } from './glyphs.ts';
import { compareCapitals } from './understand-money.ts';
import { UNDERSTAND } from './understand.ts';
import { valueBeside } from './value-beside.ts';

/**
 * Measured on 64 invented papers, half of them worn: of 145 values that only their place speaks for, 24 were wrong, 15 of
 * them below 90, as was one right one in six. Of 148 that were checked, none was wrong, whatever their confidence.
 */
const SURE_ENOUGH: Readonly<Record<Exclude<Check, 'checkDigit'>, number>> = {
  saidTwice: 40,
  format: 70,
  anchorOnly: 90,
};

interface Page {
  readonly rows: readonly Row[];
  readonly anchors: readonly Anchor[];
}

export function readFields(recipe: Recipe, page: PageRead): FieldReadings {
  const rows = rowsOf(page);
  const fields = Object.entries(recipe.fields);
  const printed = fields.flatMap(([, field]) => [...field.anchors, ...(field.capitals ?? [])]);
  const anchors = findAnchors(rows, [...printed, ...recipe.alsoPrinted]);
  return Object.fromEntries(fields.map(([name, field]) => [name, readField(field, { rows, anchors })]));
}

function readField(field: RecipeField, page: Page): FieldReading {
  const here = page.anchors.filter(({ wording }) => field.anchors.includes(wording));
  const { place } = field;
  // One of several places, but not all of them were found: which one this is, nobody can say.
  if (here.length === 0 || (place !== undefined && here.length !== place.of)) return empty('noAnchor', []);
  const wanted = place === undefined ? here : here.slice(place.nth - 1, place.nth);
  const readings = wanted.map((anchor) => readAt(field, page, anchor));
  const found = readings.filter((reading) => reading.found);
  if (new Set(found.map(({ value }) => value)).size > 1) return empty('severalValues', []);
  return (
    found.toSorted((a, b) => b.confidence - a.confidence)[0] ??
    readings.find((reading) => !reading.found && reading.why !== 'nothingThere') ??
    empty('nothingThere', [])
  );
}

function readAt(field: RecipeField, page: Page, anchor: Anchor): FieldReading {
  const glyphs = valueBeside(page.rows, page.anchors, anchor, field.value);
  const read = textOf(glyphs);
  if (read === '') return empty('nothingThere', []);
  const understood = UNDERSTAND[field.kind](read);
  if ('why' in understood) return empty(understood.why, glyphs);
  const carrying = glyphs.slice(0, [...read.slice(0, understood.length)].length);
  const check = field.capitals === undefined ? understood.check : saidTwice(field.capitals, page, understood.value);
  if (check === 'contradicted') return empty('contradicted', glyphs);
  if (understood.needsCapitals === true && check !== 'saidTwice') return empty('notItsKind', glyphs);
  const confidence = surenessOf(carrying);
  const box = boxAround(carrying);
  if (box === null || (check !== 'checkDigit' && confidence < (field.surely ?? SURE_ENOUGH[check])))
    return empty('unsure', glyphs);
  return { found: true, value: understood.value, raw: textOf(carrying), confidence, box, check };
}

/** Every place with the capitals is looked at: one that contradicts is enough. */
function saidTwice(capitals: readonly string[], page: Page, fen: string): 'saidTwice' | 'format' | 'contradicted' {
  const said = page.anchors
    .filter(({ wording }) => capitals.includes(wording))
    .map((anchor) => compareCapitals(textOf(valueBeside(page.rows, page.anchors, anchor, 'right')), Number(fen)));
  if (said.includes('contradict')) return 'contradicted';
  return said.includes('agree') ? 'saidTwice' : 'format';
}

function empty(why: WhyEmpty, glyphs: Row): FieldReading {
  return { found: false, why, raw: glyphs.length === 0 ? null : textOf(glyphs), box: boxAround(glyphs) };
}
