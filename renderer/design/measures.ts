/** From the machine and the citizen's text scale to the measures of the stylesheet, in millimetres. */
import type { TextScale } from '#contract/screen/intent.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';

/** EN 301 549 5.1.4: capital letters fill at least 0.7° of sight, 0.0122 of the distance. */
const CAPITAL_PER_DISTANCE = 0.01222;
/** Height of a capital letter in Noto Sans SC, of its font size. */
export const CAPITAL_PER_FONT = 0.733;

/** Targets are larger than the rule (15 mm, 20 mm for elders), so that a border never eats into it. */
const SCALES: Readonly<Record<TextScale, { text: number; title: number; targetMm: number; gapMm: number }>> = {
  standard: { text: 1, title: 1.7, targetMm: 18, gapMm: 4 },
  elder: { text: 1.25, title: 1.5, targetMm: 22, gapMm: 5 },
  lowVision: { text: 1.5, title: 1.3, targetMm: 25, gapMm: 5 },
};

/** Millimetres of font size that the smallest text needs at this distance. */
export function smallestTextMm(viewingDistanceMm: number): number {
  return (viewingDistanceMm * CAPITAL_PER_DISTANCE) / CAPITAL_PER_FONT;
}

/** About this many Chinese characters across the shorter side make a comfortable page. */
const CHARACTERS_ACROSS = 28;

/** Where the machine has room, letters are up to a fifth larger than the rule asks. */
function ordinaryTextMm(machine: MachineProfile): number {
  const smallest = smallestTextMm(machine.viewingDistanceMm);
  const roomy = Math.min(machine.widthMm, machine.heightMm) / CHARACTERS_ACROSS;
  return Math.min(Math.max(smallest, roomy), smallest * 1.2);
}

/** Custom properties for the root element; `design/tokens.css` builds every length on them. */
export function measures(machine: MachineProfile, scale: TextScale): ReadonlyMap<string, string> {
  const { text, title, targetMm, gapMm } = SCALES[scale];
  const smallest = smallestTextMm(machine.viewingDistanceMm);
  const ordinary = ordinaryTextMm(machine);
  return new Map(
    Object.entries({
      '--machine-width-px': machine.widthPx,
      '--machine-height-px': machine.heightPx,
      '--machine-width-mm': machine.widthMm,
      '--smallest-text-mm': smallest,
      '--text-mm': ordinary * text,
      // The frame's own words stay smaller than the content's in the largest scale: they are found by place.
      '--frame-text-mm': smallest * Math.min(text, 1.25),
      '--title-factor': title,
      '--target-mm': targetMm,
      '--gap-mm': gapMm,
    }).map(([name, value]) => [name, String(Math.round(value * 1000) / 1000)]),
  );
}
