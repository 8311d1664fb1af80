/** The panel's measures in millimetres: denser than a citizen's screen, for eyes at arm's length and hands in gloves. */
import { CAPITAL_PER_FONT } from '#contract/screen/text-sizes.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';

/** ISO 9241-303 finds 20 to 22 minutes of arc comfortable; the cabinet is dim, so 25: 0.0073 of the distance. */
export const PANEL_CAPITAL_PER_DISTANCE = 0.0073;
/** Larger than the 20 mm that gloves need, so that a border never eats into it. */
const PANEL_TARGET_MM = 21;

/** About this many Chinese characters across the shorter side: where the machine has room, letters are larger. */
const CHARACTERS_ACROSS = 40;
const LARGEST = 1.4;

/** Custom properties for the root element, by the names that `design/tokens.css` builds on. */
export function panelMeasures(machine: MachineProfile): ReadonlyMap<string, string> {
  const smallest = (machine.viewingDistanceMm * PANEL_CAPITAL_PER_DISTANCE) / CAPITAL_PER_FONT;
  const roomy = Math.min(machine.widthMm, machine.heightMm) / CHARACTERS_ACROSS;
  const text = Math.min(Math.max(smallest, roomy), smallest * LARGEST);
  return new Map(
    Object.entries({
      '--machine-width-px': machine.widthPx,
      '--machine-height-px': machine.heightPx,
      '--machine-width-mm': machine.widthMm,
      '--smallest-text-mm': smallest,
      '--text-mm': text,
      '--frame-text-mm': text,
      '--title-factor': 1.5,
      '--target-mm': PANEL_TARGET_MM,
      '--gap-mm': 4,
    }).map(([name, value]) => [name, String(Math.round(value * 1000) / 1000)]),
  );
}
