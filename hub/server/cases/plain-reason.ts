/** A reason as it may be kept and shown to a citizen: letters and lines, nothing that steers a screen or a printer. */
import { DeskAction } from '#contract/hub-desk.ts';

/** Line ends become \n; other control characters, lone surrogates and direction marks go. Null when nothing is left. */
export function plainReason(action: DeskAction): DeskAction | null {
  if (action.kind !== 'return') return action;
  const lines = action.reason.replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replaceAll('\t', ' ');
  const plain = lines.replaceAll(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '');
  return DeskAction.safeParse({ kind: 'return', reason: plain }).data ?? null;
}
