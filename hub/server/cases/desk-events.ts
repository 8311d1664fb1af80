/** What the desk did with a case, each deed with the part or the paper it was about, for the time line. */
import type { CaseDetail } from '#contract/hub-api.ts';
import { DESK_ACTIONS, type DeskAction, PART_ACTIONS } from '#contract/hub-desk.ts';
import type { CasePart, OwedPaper } from '#contract/hub-parts.ts';
import type { Database } from '../database/connect.ts';
import type { CaseKey } from './case-parts.ts';

type Event = CaseDetail['timeline'][number];

/** In the order in which the desk did them, which a clock set back can't change for the case's state. */
export async function deskEvents(
  database: Database,
  of: CaseKey,
  { parts, owed }: { readonly parts: readonly CasePart[]; readonly owed: readonly OwedPaper[] },
): Promise<Event[]> {
  const events = await database
    .selectFrom('case_event')
    .select(['action', 'reason', 'part', 'material', 'until_day', 'who', 'at'])
    .where('kiosk_id', '=', of.kiosk_id)
    .where('record_id', '=', of.record_id)
    .orderBy('number')
    .execute();
  return events.map(({ action, reason, part, material, until_day, who, at }): Event => {
    const about =
      parts.find((each) => each.part === part)?.title ?? owed.find((each) => each.material === material)?.label;
    return {
      what: whatWasDone(action),
      at,
      who,
      ...(reason === null ? {} : { reason }),
      ...(about === undefined ? {} : { about }),
      ...(until_day === null ? {} : { until: until_day }),
    };
  });
}

function whatWasDone(action: DeskAction['kind']): Event['what'] {
  switch (action) {
    case 'accept':
    case 'return':
    case 'complete':
      return DESK_ACTIONS[action].to;
    case 'acceptPart':
    case 'refusePart':
    case 'completePart':
      return PART_ACTIONS[action].to;
    case 'paperBrought':
      return 'brought';
    case 'paperLater':
      return 'moreTime';
  }
}
