/** Keeps one wire open: looks for it at its path, notices when it goes, and looks again for as long as the driver lives. */
import type { Clock } from '#contract/clock.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { OpenTransport, OpenTrouble, Transport, WireAddress } from '../transport/transport.ts';
import { makeBackOff } from './back-off.ts';

export interface Connection<Line> {
  /** The open line; tries once, at once, when there is none, so that a citizen needn't wait for the back-off. */
  reach(): Promise<Result<Line, OpenTrouble>>;
  close(): Promise<void>;
}

export interface ConnectionOptions<Line> {
  readonly address: WireAddress;
  readonly open: OpenTransport;
  readonly clock: Clock;
  /** Builds the layers above a fresh wire. */
  readonly onOpened: (wire: Transport) => Line;
  readonly onGone: (trouble: OpenTrouble) => void;
}

export function keepConnected<Line>(options: ConnectionOptions<Line>): Connection<Line> {
  const { clock } = options;
  const backOff = makeBackOff();
  let current: { readonly wire: Transport; readonly line: Line } | null = null;
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
    const opened = await options.open(options.address);
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
    async close() {
      closed = true;
      stopTimer?.();
      await attempt;
      await current?.wire.close();
    },
  };
}
