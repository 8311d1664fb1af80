/** From the machine and the citizen's text scale to the measures of the stylesheet, in millimetres. */
import type { TextScale } from '#contract/screen/intent.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';
import { ordinaryTextMm, smallestTextMm, TEXT_FACTORS } from '#contract/screen/text-sizes.ts';

/** Targets are larger than the rule (15 mm, 20 mm for elders), so that a border never eats into it. */
const SCALES: Readonly<Record<TextScale, { title: number; targetMm: number; gapMm: number }>> = {
  standard: { title: 1.7, targetMm: 18, gapMm: 4 },
  elder: { title: 1.5, targetMm: 22, gapMm: 5 },
  lowVision: { title: 1.3, targetMm: 25, gapMm: 5 },
};

/** Custom properties for the root element; `design/tokens.css` builds every length on them. */
export function measures(machine: MachineProfile, scale: TextScale): ReadonlyMap<string, string> {
  const { title, targetMm, gapMm } = SCALES[scale];
  const text = TEXT_FACTORS[scale];
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
