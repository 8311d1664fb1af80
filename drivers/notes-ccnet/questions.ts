/** How long each command of the validator may take, and how often it is asked. */
import type { Question } from '../link/link.ts';
import { decodeReply, encodeCommand, type Answer, type CcnetFrame, type CommandName } from './codec.ts';

/** A validator answers within 10 ms or not at all; the rest is for adapters and a busy kiosk. */
const REPLY_MS = 300;
const LONGEST_REPLY_BYTES = 126;

/** Asking again is safe: none of these does more when it is said twice. */
const ATTEMPTS = 4;

export function questionOf(command: CommandName, parameters: readonly number[]): Question<CcnetFrame, Answer> {
  return {
    bytes: encodeCommand(command, parameters),
    match: (frame) => decodeReply(command, frame),
    replyMs: REPLY_MS,
    replyBytes: LONGEST_REPLY_BYTES,
    attempts: ATTEMPTS,
  };
}
