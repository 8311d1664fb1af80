/** What the codes of events that are no coin mean for whoever put a coin in, and for the money. */

/**
 * `refused`: the coin came back. `inDoubt`: a coin is in there and nobody knows whether it reached the box. `blocked`:
 * something is stuck. `nothing`: no coin and no trouble.
 */
export type EventMeaning = 'refused' | 'inDoubt' | 'blocked' | 'nothing';

/** Credit sensor and sorter timeout, credit sequence, coin going backwards or on a string, optos that saw half of it. */
const IN_DOUBT = new Set([6, 7, 16, 17, 20, 21, 22, 23]);
/** Gates and sensors that are blocked or not ready, an unspecified alarm. */
const BLOCKED = new Set([9, 10, 11, 13, 14, 15, 26, 29, 30, 255]);
/** The citizen pressed the return lever; data for another program. */
const NOTHING = new Set([0, 253, 254]);

/** What the generic specification does not name is a coin that was not taken, because only a credit is money. */
export function meaningOf(code: number): EventMeaning {
  if (IN_DOUBT.has(code)) return 'inDoubt';
  if (BLOCKED.has(code)) return 'blocked';
  return NOTHING.has(code) ? 'nothing' : 'refused';
}
