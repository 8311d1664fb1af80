/** Joins the reports of one code: pure, told of reports and of silence. */
import { readAimId } from '../scan/aim.ts';
import { LONGEST_CODE, type Damage, type ScanNews } from '../scan/news.ts';
import { joined } from '../link/framer.ts';
import { valueIn } from '../hid/report-descriptor.ts';
import type { ScanLayout } from './layout.ts';

/** A code under way; `ignored`: its parts that still come belong to one that was given up. */
export interface Joining {
  readonly held: Uint8Array;
  readonly aimId: string | null;
  readonly ignored: boolean;
}

export interface Joined {
  readonly state: Joining | null;
  readonly news: readonly ScanNews[];
}

/** `report` as it came from the device. */
export function hearReport(state: Joining | null, report: Uint8Array, layout: ScanLayout): Joined {
  if (layout.numbered && report[0] !== layout.reportId) return { state, news: [] };
  const body = layout.numbered ? report.subarray(1) : report;
  const begun: readonly ScanNews[] = state === null ? [{ kind: 'begun' }] : [];
  const continued = layout.continued !== null && valueIn(body, layout.continued) === 1;
  if (state?.ignored === true) return { state: continued ? state : null, news: [] };
  const giveUp = (why: Damage): Joined => ({
    state: continued ? { held: new Uint8Array(0), aimId: null, ignored: true } : null,
    news: [...begun, { kind: 'damaged', why }],
  });

  const count = valueIn(body, layout.byteCount);
  const from = layout.data.bitOffset / 8;
  if (count === null || count > layout.data.count || from + count > body.length) return giveUp('miscounted');
  const held = joined(state?.held ?? new Uint8Array(0), body.slice(from, from + count));
  if (held.length > LONGEST_CODE) return giveUp('tooLong');
  // The identifier is the whole code's; makers repeat it in every part or not.
  const aimId = state === null ? aimIdIn(body, layout) : state.aimId;
  if (continued) return { state: { held, aimId, ignored: false }, news: begun };
  return { state: null, news: [...begun, { kind: 'code', code: { bytes: held, aimId } }] };
}

/** The next part of a code that goes on didn't come. */
export function silence(state: Joining | null): Joined {
  return { state: null, news: state === null || state.ignored ? [] : [{ kind: 'damaged', why: 'unfinished' }] };
}

function aimIdIn(body: Uint8Array, { aim }: ScanLayout): string | null {
  return aim && readAimId(Uint8Array.from(aim, (element) => valueIn(body, element) ?? 0));
}
