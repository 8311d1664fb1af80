/** One call to a running kiosk through its control socket; a kiosk that does not run is an answer too. */
import { createConnection, type Socket } from 'node:net';
import path from 'node:path';
import type { z } from 'zod';
import type { Clock } from '#contract/clock.ts';
import {
  control,
  CONTROL_SOCKET,
  ControlAnswer,
  type ControlName,
  type ControlReply,
  type ControlRequest,
} from '#contract/control.ts';
import { parseJson } from '#contract/json.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { cutLines } from './cut-lines.ts';

/**
 * `absent`: no kiosk runs on this store. `forbidden`: one may, but this user may not ask it. `broken`: the line ended or
 * what came was no answer. `silent`: nothing in time. `refused`: the kiosk's own code and words.
 */
export type ControlFault =
  | { readonly kind: 'absent' | 'forbidden' | 'broken' | 'silent' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

export interface CallOptions {
  /** The kiosk's store folder. */
  readonly store: string;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  /** Whoever asked does not want to know any more: ends as `silent`, at once. */
  readonly cancelled?: AbortSignal;
}

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 8 * 1024 * 1024;
const CALL_ID = 1;

/** Never rejects for an expected failure. */
export async function callControl<N extends ControlName>(
  name: N,
  request: ControlRequest<N>,
  { store, clock, timeoutMs = TIMEOUT_MS, cancelled }: CallOptions,
): Promise<Result<ControlReply<N>, ControlFault>> {
  const socket = createConnection(path.join(store, CONTROL_SOCKET));
  const late = Promise.withResolvers<ControlFault>();
  const giveUp = (): void => {
    late.resolve({ kind: 'silent' });
  };
  const cancelTimer = clock.after(timeoutMs, giveUp);
  cancelled?.addEventListener('abort', giveUp, { once: true });
  try {
    socket.write(`${JSON.stringify({ id: CALL_ID, call: name, request })}\n`);
    const line = await Promise.race([firstLine(socket), late.promise]);
    return typeof line === 'string' ? readAnswer(name, line) : fail(line);
  } finally {
    cancelTimer();
    cancelled?.removeEventListener('abort', giveUp);
    socket.destroy();
  }
}

function firstLine(socket: Socket): Promise<string | ControlFault> {
  const lines = cutLines(ANSWER_LIMIT_BYTES);
  return new Promise((resolve) => {
    socket.on('data', (bytes) => {
      const [line] = lines.cut(bytes);
      if (line !== undefined) resolve(line ?? { kind: 'broken' });
    });
    socket.on('close', () => {
      resolve({ kind: 'broken' });
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ kind: KIND_OF_ERROR[error.code ?? ''] ?? 'broken' });
    });
  });
}

const KIND_OF_ERROR: Readonly<Record<string, 'absent' | 'forbidden'>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ENOTSOCK: 'absent',
  /** A socket that a dead kiosk left behind. */
  ECONNREFUSED: 'absent',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
};

function readAnswer<N extends ControlName>(name: N, line: string): Result<ControlReply<N>, ControlFault> {
  const answer = ControlAnswer.safeParse(parseJson(line));
  if (!answer.success) return fail({ kind: 'broken' });
  if (!answer.data.ok) return fail({ kind: 'refused', ...answer.data.fault });
  const promised: z.ZodType = control[name].reply;
  const reply = promised.safeParse(answer.data.reply);
  return reply.success ? ok(reply.data as ControlReply<N>) : fail({ kind: 'broken' });
}
