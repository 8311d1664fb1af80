/** Until when a case is promised: counted as the card of its service counts, with the time for the way to another region. */
import { hallTime } from '#contract/hall-time.ts';
import { Day } from '#contract/ids.ts';
import type { Region } from '../language/region.ts';
import type { Service } from '../language/service.ts';
import type { WorkingDays } from '../language/working-days.ts';
import { decidedBy } from '../notice/decided-by.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanParts } from './plan-setup.ts';

type DecidedIn = Region & { readonly code: string };

/** The region whose office decides; null where this one does. */
export function regionOf(
  { regions }: Pick<PlanParts, 'regions'>,
  { decidedIn }: Service,
  { answers }: PlanContext,
): DecidedIn | null {
  const code = decidedIn === undefined ? undefined : answers[decidedIn];
  if (typeof code !== 'string') return null;
  const region = regions[code];
  return region === undefined ? null : { ...region, code };
}

export function workdaysOf({ timeLimits }: Service, region: DecidedIn | null): number {
  return timeLimits.promised + (region?.extraWorkdays ?? 0);
}

/** What is handed in at night or on a holiday is begun on the next workday. Null, where the clock says nonsense. */
export function dueDayOf(at: number, workdays: number, calendar: WorkingDays): Day | null {
  const [today, time = ''] = hallTime(at).split(' ');
  const day = Day.safeParse(today);
  if (!day.success) return null;
  return Day.parse(decidedBy({ day: day.data, time: time.slice(0, 5) }, workdays, calendar).by);
}
