/** A reason as it may be kept and shown to a citizen: letters and lines, nothing that steers a screen or a printer. */
import { DeskAction } from '#contract/hub-desk.ts';

/** Null when nothing is left. */
export function plainReason(action: DeskAction): DeskAction | null {
  if (!('reason' in action)) return action;
  return DeskAction.safeParse({ ...action, reason: plainText(action.reason) }).data ?? null;
}

/** Line ends become \n; other control characters, lone surrogates and direction marks go. */
export function plainText(text: string): string {
  const lines = text.replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replaceAll('\t', ' ');
  return lines.replaceAll(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '');
}
