/** `window.kiosk`, the same in every shell; how a call travels is the shell's own affair. */
import type { CallOutcome, KioskWindow } from '#contract/bridge.ts';

/** The names of contract/bridge.ts, as plain data: nothing else can be called or listened to. */
export interface BridgeNames {
  readonly calls: readonly string[];
  readonly pushes: readonly string[];
}

export interface KioskEnd {
  readonly kiosk: KioskWindow;
  /** Hands a push of the host to those who listen for it. */
  push(name: string, payload: unknown): void;
}

/**
 * A failed call rejects with an Error whose message is the failure's code, for example `badRequest`.
 * Self-contained: its source is also injected into pages as text.
 */
export function makeKioskWindow(
  names: BridgeNames,
  ask: (name: string, request: unknown) => Promise<CallOutcome>,
): KioskEnd {
  const calls = new Set(names.calls);
  const listeners = new Map(names.pushes.map((name) => [name, new Set<(payload: unknown) => void>()]));
  return {
    kiosk: Object.freeze({
      call: async (name: string, request: unknown): Promise<unknown> => {
        if (!calls.has(name)) throw new Error('unknownCall');
        const outcome = await ask(name, request);
        if (!outcome.ok) throw new Error(outcome.failure);
        return outcome.reply;
      },
      on: (name: string, listen: (payload: unknown) => void): (() => void) => {
        const own = listeners.get(name);
        if (own === undefined) throw new Error('unknownPush');
        // Wrapped, so that the same function can listen twice and be stopped once.
        const once = (payload: unknown): void => {
          listen(payload);
        };
        own.add(once);
        return () => {
          own.delete(once);
        };
      },
    }),
    push: (name, payload) => {
      for (const listen of listeners.get(name) ?? []) listen(payload);
    },
  };
}
