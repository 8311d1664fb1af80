/** How large letters are on a machine, in millimetres: the page draws them, and whoever publishes texts asks whether they fit. */
import type { TextScale } from './intent.ts';
import type { MachineProfile } from './machine-profile.ts';

/** EN 301 549 5.1.4: capital letters fill at least 0.7° of sight, 0.0122 of the distance. */
const CAPITAL_PER_DISTANCE = 0.01222;
/** Height of a capital letter in Noto Sans SC, of its font size. */
export const CAPITAL_PER_FONT = 0.733;
/** Of ordinary letters, as the citizen chooses. */
export const TEXT_FACTORS = { standard: 1, elder: 1.25, lowVision: 1.5 } as const satisfies Record<TextScale, number>;
/** About this many Chinese characters across the shorter side make a comfortable page. */
const CHARACTERS_ACROSS = 28;

/** Millimetres of font size that the smallest text needs at this distance. */
export function smallestTextMm(viewingDistanceMm: number): number {
  return (viewingDistanceMm * CAPITAL_PER_DISTANCE) / CAPITAL_PER_FONT;
}

/** Where the machine has room, letters are up to a fifth larger than the rule asks. */
export function ordinaryTextMm(machine: MachineProfile): number {
  const smallest = smallestTextMm(machine.viewingDistanceMm);
  const roomy = Math.min(machine.widthMm, machine.heightMm) / CHARACTERS_ACROSS;
  return Math.min(Math.max(smallest, roomy), smallest * 1.2);
}
