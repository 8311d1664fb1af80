/** Keeps one wire open: looks for it, notices when it goes, and looks again for as long as the driver lives. */
import type { Clock } from '#contract/clock.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { OpenTrouble, Wire } from '../transport/transport.ts';
import { makeBackOff } from './back-off.ts';

export interface Connection<Line> {
  /** The open line; tries once, at once, when there is none, so that a citizen needn't wait for the back-off. */
  reach(): Promise<Result<Line, OpenTrouble>>;
  /** The open line, or null; tries nothing. */
  current(): Line | null;
  close(): Promise<void>;
}

export interface ConnectionOptions<W extends Wire, Line> {
  /** Tries once; never rejects. */
  readonly open: () => Promise<Result<W, OpenTrouble>>;
  readonly clock: Clock;
  /** Builds the layers above a fresh wire. */
  readonly onOpened: (wire: W) => Line;
  readonly onGone: (trouble: OpenTrouble) => void;
}

export function keepConnected<W extends Wire, Line>(options: ConnectionOptions<W, Line>): Connection<Line> {
  const { clock } = options;
  const backOff = makeBackOff();
  let current: { readonly wire: W; readonly line: Line } | null = null;
  let attempt: Promise<Result<Line, OpenTrouble>> | null = null;
  let stopTimer: (() => void) | null = null;
  let closed = false;

  const later = (): void => {
    stopTimer?.();
    stopTimer = closed ? null : clock.after(backOff.next(), () => void reach());
  };
  const gone = (trouble: OpenTrouble): void => {
    current = null;
    if (closed) return;
    options.onGone(trouble);
    later();
  };
  const connect = async (): Promise<Result<Line, OpenTrouble>> => {
    const opened = await options.open();
    attempt = null;
    if (!opened.ok) {
      gone(opened.fault);
      return opened;
    }
    const wire = opened.value;
    if (closed) {
      await wire.close();
      return fail({ reason: 'refused', detail: 'the driver was closed' });
    }
    backOff.reset();
    wire.onClosed(() => gone({ reason: 'missing', detail: 'the wire was lost' }));
    current = { wire, line: options.onOpened(wire) };
    return ok(current.line);
  };
  const reach = (): Promise<Result<Line, OpenTrouble>> => {
    if (current) return Promise.resolve(ok(current.line));
    stopTimer?.();
    attempt ??= connect();
    return attempt;
  };
  void reach();
  return {
    reach,
    current: () => current?.line ?? null,
    async close() {
      closed = true;
      stopTimer?.();
      await attempt;
      await current?.wire.close();
    },
  };
}
