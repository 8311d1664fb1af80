/** Calls over a wire of text lines: numbers each question and finds it again when the answer comes. */
import type { CallOutcome } from '#contract/bridge.ts';

export interface LineAsker {
  ask(name: string, request: unknown): Promise<CallOutcome>;
  /** A line of the host: an answer, or a push that is handed on. */
  receive(line: string): void;
}

/** What electron/bridge/page-wire.ts writes. */
type HostLine =
  { readonly id: number; readonly outcome: CallOutcome } | { readonly push: string; readonly payload: unknown };

/** Self-contained: its source is also injected into pages as text. */
export function askByLine(send: (line: string) => void, pushed: (name: string, payload: unknown) => void): LineAsker {
  const waiting = new Map<number, (outcome: CallOutcome) => void>();
  let last = 0;
  return {
    ask: (name, request) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send(JSON.stringify({ id: last, name, request }));
      }),
    receive: (line) => {
      const message: HostLine = JSON.parse(line);
      if ('push' in message) {
        pushed(message.push, message.payload);
        return;
      }
      waiting.get(message.id)?.(message.outcome);
      waiting.delete(message.id);
    },
  };
}
