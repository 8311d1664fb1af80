/** The link: one question at a time, its reply found among the frames, repeated when lost; late and doubled replies are dropped. */
import type { Clock } from '#contract/clock.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { wireTimeMs, type Transport } from '../transport/transport.ts';
import type { Queue } from '../service/queue.ts';
import type { Tally } from '../service/tally.ts';
import type { Framer } from './framer.ts';

/**
 * `silent`: no reply within its time, every attempt. `garbled`: replies came, none made sense. `lost`: the wire is gone.
 * `stuck`: the device doesn't take bytes. `aborted`: the caller gave up.
 */
export type LinkTrouble = 'silent' | 'garbled' | 'lost' | 'stuck' | 'aborted';

export interface Question<Frame, Reply> {
  readonly bytes: Uint8Array;
  /** null: this frame is no answer to the question (a late reply of another one) and is dropped. */
  readonly match: (frame: Frame) => Reply | null;
  /** From the end of the question on the wire to the end of its reply, without the reply's own wire time. */
  readonly replyMs: number;
  /** The longest reply, for its wire time. */
  readonly replyBytes: number;
  readonly attempts: number;
  /** Listen on for so long after the reply: a second one makes both worthless. For replies that don't name their question. */
  readonly settleMs?: number;
}

export interface Link<Frame> {
  ask<Reply>(question: Question<Frame, Reply>, signal: AbortSignal): Promise<Result<Reply, LinkTrouble>>;
  /** Hands over bytes that have no reply of their own. */
  tell(bytes: Uint8Array, signal: AbortSignal): Promise<Result<null, LinkTrouble>>;
}

export interface LinkOptions<Frame> {
  readonly transport: Transport;
  readonly framer: Framer<Frame>;
  readonly clock: Clock;
  /** A frame that shows damage: the attempt is repeated without waiting for its time to run out. */
  readonly isDamaged: (frame: Frame) => boolean;
  /** Hears of every question with its time and repetitions, and of damaged frames. */
  readonly tally?: Pick<Tally, 'asked' | 'damaged'>;
  /** On a line that several devices share: each attempt waits for its turn and has the line for itself. */
  readonly turn?: Queue;
  /** Frames that nobody asked for. */
  readonly onUnasked?: (frame: Frame) => void;
}

/**
 * The least time a device may keep a write waiting before we call it stuck; on top comes the wire time. A device that
 * has longer to reply may also take longer to listen: a printer that prints while it hears.
 */
const WRITE_GRACE_MS = 2_000;

export function openLink<Frame>(options: LinkOptions<Frame>): Link<Frame> {
  const { transport, framer, clock, tally } = options;
  let rest: Uint8Array = new Uint8Array(0);
  let stopSilence: (() => void) | null = null;
  let waiting: ((event: { frame: Frame } | { trouble: LinkTrouble }) => void) | null = null;
  let open = true;

  const deliver = (frames: readonly Frame[]): void => {
    for (const frame of frames) {
      if (options.isDamaged(frame)) tally?.damaged();
      if (waiting) waiting({ frame });
      else options.onUnasked?.(frame);
    }
  };
  const watchSilence = (): void => {
    stopSilence?.();
    stopSilence = null;
    if (rest.length === 0) return;
    stopSilence = clock.after(framer.interByteMs(transport.baudRate), () => {
      const { frames, rest: remaining } = framer.giveUp(rest);
      rest = remaining;
      deliver(frames);
      watchSilence();
    });
  };
  transport.onBytes((bytes) => {
    const { frames, rest: remaining } = framer.cut(rest, bytes);
    rest = remaining;
    deliver(frames);
    watchSilence();
  });
  transport.onClosed(() => {
    open = false;
    stopSilence?.();
    rest = new Uint8Array(0);
    waiting?.({ trouble: 'lost' });
  });

  const write = async (bytes: Uint8Array, signal: AbortSignal, graceMs: number): Promise<Result<null, LinkTrouble>> => {
    if (!open) return fail('lost');
    if (signal.aborted) return fail('aborted');
    const written = await transport.write(bytes, graceMs + wireTimeMs(bytes.length, transport.baudRate));
    if (written === 'closed') return fail('lost');
    return written === 'stuck' ? fail('stuck') : ok(null);
  };

  const once = <Reply>(question: Question<Frame, Reply>, signal: AbortSignal): Promise<Result<Reply, LinkTrouble>> => {
    let reply: { value: Reply } | null = null;
    let over = false;
    const settled = Promise.withResolvers<Result<Reply, LinkTrouble>>();
    let stopTimer: (() => void) | null = null;
    const finish = (result: Result<Reply, LinkTrouble>): void => {
      over = true;
      stopTimer?.();
      waiting = null;
      signal.removeEventListener('abort', abort);
      settled.resolve(result);
    };
    const abort = (): void => finish(fail('aborted'));
    waiting = (event) => {
      if ('trouble' in event) return finish(fail(event.trouble));
      if (options.isDamaged(event.frame)) return finish(fail('garbled'));
      const value = question.match(event.frame);
      if (value === null) return options.onUnasked?.(event.frame);
      if (reply) return finish(fail('garbled'));
      if (question.settleMs === undefined) return finish(ok(value));
      reply = { value };
      stopTimer?.();
      stopTimer = clock.after(question.settleMs, () => finish(ok(value)));
    };
    signal.addEventListener('abort', abort, { once: true });
    void write(question.bytes, signal, Math.max(WRITE_GRACE_MS, question.replyMs)).then((told) => {
      // Answered or given up while its bytes still went out: by now another question may be waiting.
      if (over || reply) return;
      if (!told.ok) return finish(told);
      // The timer starts only now that the question was handed over, and allows for both ways on the wire.
      const wire = wireTimeMs(question.bytes.length + question.replyBytes, transport.baudRate);
      stopTimer = clock.after(question.replyMs + wire, () => finish(fail('silent')));
    });
    return settled.promise;
  };

  const inTurn = <T>(
    work: () => Promise<Result<T, LinkTrouble>>,
    signal: AbortSignal,
  ): Promise<Result<T, LinkTrouble>> =>
    options.turn === undefined ? work() : options.turn(work, signal, () => fail('aborted'));

  return {
    tell: (bytes, signal) => write(bytes, signal, WRITE_GRACE_MS),
    async ask(question, signal) {
      const askedAt = clock.monotonic();
      for (let attempt = 1; ; attempt += 1) {
        const answer = await inTurn(() => once(question, signal), signal);
        const again = !answer.ok && (answer.fault === 'silent' || answer.fault === 'garbled');
        if (again && attempt < question.attempts) continue;
        tally?.asked(clock.monotonic() - askedAt, attempt - 1);
        return answer;
      }
    },
  };
}
