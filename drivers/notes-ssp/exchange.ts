/**
 * Packets and their replies in step: a validator that hears the same flag again repeats its last reply and does nothing.
 * So what stayed unanswered is said again, with its flag, before anything new is: nothing it has to tell is lost that way.
 */
import { fail, ok, type Result } from '#contract/result.ts';
import type { Link, LinkTrouble, Question } from '../link/link.ts';
import type { Cipher } from './cipher.ts';
import { answers, encodeCommand, packetOf, REPLIES, STEX, type CommandName, type SspFrame } from './codec.ts';

/** The makers say one second before it is said again. */
const REPLY_MS = 1_000;
const LONGEST_REPLY_BYTES = 170;
const ATTEMPTS = 4;
/** A reply that was on its way when the line was opened is taken for none. */
const SETTLE_MS = 60;
const FIRST_FLAG = 0x80;

export interface Exchange {
  /** Said and heard each other's flags, and no packet is in doubt. */
  inStep(): boolean;
  sync(signal: AbortSignal): Promise<Result<null, LinkTrouble>>;
  /** Seals everything from now on; null: nothing. */
  seal(cipher: Cipher | null): void;
  /** Says again what stayed unanswered; whoever wants to say something new does this first, for it may change his mind. */
  catchUp(signal: AbortSignal): Promise<Result<null, LinkTrouble>>;
  ask(name: CommandName, parameters: readonly number[], signal: AbortSignal): Promise<Result<Uint8Array, LinkTrouble>>;
}

interface Said {
  readonly name: CommandName;
  readonly question: Question<SspFrame, Uint8Array>;
}

/** `late`: hears what was answered to something that its asker had given up. */
export function openExchange(link: Link<SspFrame>, late: (name: CommandName, reply: Uint8Array) => void): Exchange {
  let flag = 0;
  let synced = false;
  let cipher: Cipher | null = null;
  let unanswered: Said | null = null;

  const questionOf = (name: CommandName, parameters: readonly number[]): Question<SspFrame, Uint8Array> => {
    const data = encodeCommand(name, parameters);
    const sealedBy = cipher;
    const flagged = flag;
    return {
      bytes: packetOf(flagged, sealedBy ? Uint8Array.of(STEX, ...sealedBy.seal(data)) : data),
      match(frame) {
        if (frame.kind === 'damaged' || frame.flag !== flagged) return null;
        const reply = sealedBy ? unsealed(sealedBy, frame.data) : frame.data;
        return reply !== null && answers(name, reply) ? reply : null;
      },
      replyMs: REPLY_MS,
      replyBytes: LONGEST_REPLY_BYTES,
      attempts: ATTEMPTS,
    };
  };

  const say = async (said: Said, signal: AbortSignal): Promise<Result<Uint8Array, LinkTrouble>> => {
    const answer = await link.ask(said.question, signal);
    if (answer.ok) {
      unanswered = null;
      flag ^= FIRST_FLAG;
      cipher?.advance();
      // It was switched off and on: it has forgotten the key, and which packet comes next.
      if (answer.value[0] === REPLIES.keyNotSet) synced = false;
      return answer;
    }
    // Said again, and not a sound: only a new beginning can help.
    if (unanswered === said && answer.fault === 'silent') synced = false;
    unanswered = said;
    return answer;
  };

  return {
    inStep: () => synced,
    seal: (by) => void (cipher = by),
    async sync(signal) {
      flag = FIRST_FLAG;
      cipher = null;
      unanswered = null;
      const answer = await link.ask({ ...questionOf('sync', []), settleMs: SETTLE_MS }, signal);
      if (!answer.ok) return answer;
      if (answer.value[0] !== REPLIES.ok) return fail('garbled');
      flag = 0;
      synced = true;
      return ok(null);
    },
    async catchUp(signal) {
      const before = unanswered;
      if (before === null) return ok(null);
      const answer = await say(before, signal);
      if (!answer.ok) return answer;
      late(before.name, answer.value);
      return ok(null);
    },
    ask(name, parameters, signal) {
      if (unanswered !== null) throw new Error('something is unanswered still');
      return say({ name, question: questionOf(name, parameters) }, signal);
    },
  };
}

/** Without its key it can say only that it has none. */
function unsealed(cipher: Cipher, data: Uint8Array): Uint8Array | null {
  if (data[0] === STEX) return cipher.open(data.subarray(1));
  return data.length === 1 && data[0] === REPLIES.keyNotSet ? data : null;
}
