/** One thing the doctor looked at, and how it is put on paper. */
import type { Json } from '#contract/json.ts';
import type { LocalText } from '#contract/language.ts';
import { words, type Say } from '../reader-language.ts';

export type CheckState = 'ok' | 'warning' | 'failed' | 'unknown';

export interface Check {
  /** For example `device`, `store`, `clock`. */
  readonly id: string;
  /** Which device, for checks of devices. */
  readonly device?: string;
  readonly state: CheckState;
  readonly message: LocalText;
  /** What to do; null when there is nothing to do. */
  readonly hint: LocalText | null;
}

const MARKS: Readonly<Record<CheckState, LocalText>> = {
  ok: words('正常', 'ok'),
  warning: words('注意', 'warning'),
  failed: words('故障', 'failed'),
  unknown: words('未知', 'unknown'),
};

/** As in the manual: `{ id, device?, state, message, hint }`, the hint empty when there is nothing to do. */
export function checkResult({ id, device, state, message, hint }: Check, say: Say): Json {
  const named = device === undefined ? { id } : { id, device };
  return { ...named, state, message: say(message), hint: hint === null ? '' : say(hint) };
}

export function checkText({ id, device, state, message, hint }: Check, say: Say): string {
  const line = `[${say(MARKS[state])}] ${device ?? id}: ${say(message)}`;
  return hint === null ? line : `${line}\n      → ${say(hint)}`;
}

export function well(id: string, message: LocalText): Check {
  return { id, state: 'ok', message, hint: null };
}
