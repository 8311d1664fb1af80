/** Which paper a handout comes out on here and now. */
import type { Availability } from '#contract/devices/availability.ts';

/** A4 where it can be had, else the roll of receipts; null where there is neither. */
export function paperFor(availability: Availability): 'a4' | 'receipt' | null {
  if (availability.lack('A4Printer') === null) return 'a4';
  return availability.lack('Printer') === null ? 'receipt' : null;
}
