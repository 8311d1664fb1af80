/** The bridge as lines of JSON, for shells that can only pass text between page and host. */
import { z } from 'zod';
import { bridge, type CallOutcome, type PushName } from '#contract/bridge.ts';
import type { ShellHost } from '../shell/shell.ts';

/** What the page may name at all; handed to the code in `electron/preload`. */
export const BRIDGE_NAMES = {
  calls: Object.keys(bridge.calls),
  pushes: Object.keys(bridge.pushes),
} as const;

const PageCall = z.strictObject({ id: z.int().nonnegative(), name: z.unknown(), request: z.unknown() });

/** What the host says to the page. */
type HostMessage =
  { readonly id: number; readonly outcome: CallOutcome } | { readonly push: PushName; readonly payload: unknown };

/** The line that answers a line of the page; null when that line is no call at all. */
export async function answerLine(line: string, call: ShellHost['call']): Promise<string | null> {
  let parsed: z.infer<typeof PageCall>;
  try {
    parsed = PageCall.parse(JSON.parse(line));
  } catch {
    return null;
  }
  const outcome = await call(parsed.name, parsed.request);
  return JSON.stringify({ id: parsed.id, outcome } satisfies HostMessage);
}

export function pushLine(push: PushName, payload: unknown): string {
  return JSON.stringify({ push, payload } satisfies HostMessage);
}
