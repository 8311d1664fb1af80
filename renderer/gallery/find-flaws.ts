/** Measures a drawn screen in millimetres: controls too small or too close, letters too small, words cut off, covered or broken badly. */
import { CAPITAL_PER_FONT } from '#contract/screen/text-sizes.ts';
import { badBreaks } from './line-breaks.ts';
import { controlsShown, textsShown, wordsShown, type Box, type Shown } from './shown.ts';

export interface Rules {
  readonly targetMm: number;
  readonly gapMm: number;
  readonly capitalMm: number;
}

/** What is wrong with the screen drawn now, in words; empty when nothing is. */
export function findFlaws(rules: Rules): readonly string[] {
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  if (stage === undefined) return ['nothing is drawn'];
  const widthMm = Number(getComputedStyle(document.documentElement).getPropertyValue('--machine-width-mm'));
  const mm = stage.width / widthMm;
  const controls = controlsShown();
  const words = wordsShown();
  return [
    ...controls.flatMap((control) => tooSmall(control, rules.targetMm * mm)),
    ...pairs(controls).flatMap(([one, other]) => tooClose(one, other, rules.gapMm * mm, mm)),
    ...words.flatMap((word) => lettersTooSmall(word, rules.capitalMm * mm)),
    ...words.flatMap((word) => tightLines(word)),
    ...textsShown().flatMap(badBreaks),
    ...[...controls, ...words].flatMap((shown) => outside(shown, stage)),
    ...words.flatMap(leavesItsBox),
    ...pairs(words).flatMap(([one, other]) => covers(one, other)),
    ...littleToRead(stage),
  ];
}

/** A tenth of a millimetre is within what rounding to pixels does. */
const ROUNDING_PX = 0.6;

function tooSmall({ name, box }: Shown, smallest: number): string[] {
  const side = Math.min(box.right - box.left, box.bottom - box.top);
  return side < smallest - ROUNDING_PX ? [`${name}: only ${side.toFixed(0)} of ${smallest.toFixed(0)} px`] : [];
}

function tooClose(one: Shown, other: Shown, smallest: number, mm: number): string[] {
  const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
  const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
  const gap = Math.max(across, down);
  return gap < smallest - ROUNDING_PX ? [`${one.name} and ${other.name}: ${(gap / mm).toFixed(1)} mm apart`] : [];
}

function lettersTooSmall({ name, element }: Shown, smallestCapital: number): string[] {
  // In a drawing, sizes are in the drawing's own unit.
  const drawn = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
  const capital = Number.parseFloat(getComputedStyle(element).fontSize) * CAPITAL_PER_FONT * drawn;
  return capital < smallestCapital - 0.2 ? [`${name}: capitals of ${capital.toFixed(1)} px`] : [];
}

function tightLines({ name, element, lines }: Shown): string[] {
  if (new Set(lines.map(({ top }) => Math.round(top))).size < 2) return [];
  const { lineHeight, fontSize } = getComputedStyle(element);
  const ratio = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
  return ratio < 1.49 ? [`${name}: lines ${ratio.toFixed(2)} high`] : [];
}

function outside({ name, box }: Shown, frame: Box): string[] {
  return contains(frame, box) ? [] : [`${name}: leaves the screen`];
}

function leavesItsBox({ name, element, box }: Shown): string[] {
  const holder = element.closest('.press:not(.press-bare), .card, .dialog, .notice, .digits-field');
  return holder === null || contains(holder.getBoundingClientRect(), box) ? [] : [`${name}: leaves its box`];
}

function covers(one: Shown, other: Shown): string[] {
  // Line by line: two texts of one paragraph share a line without covering each other.
  const covered = one.lines.some((line) => other.lines.some((otherLine) => overlap(line, otherLine)));
  return covered ? [`${one.name} and ${other.name}: one over the other`] : [];
}

/** Of what is long, at least so much of the picture; a keypad needs its place. */
const LEAST_READ = 0.36;

function littleToRead(stage: Box): string[] {
  const shown = document.querySelector('.middle:not([data-low]) > .scroll[data-long="true"] > .scroll-window');
  const share = shown === null ? 1 : shown.clientHeight / (stage.bottom - stage.top);
  return share < LEAST_READ ? [`only ${Math.round(share * 100)} % of the picture is left to read`] : [];
}

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 2 && down > 2;
}

function contains(frame: Box, box: Box): boolean {
  return (
    box.left >= frame.left - 1 &&
    box.right <= frame.right + 1 &&
    box.top >= frame.top - 1 &&
    box.bottom <= frame.bottom + 1
  );
}

function pairs<T>(all: readonly T[]): (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}
