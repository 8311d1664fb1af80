/** How long each command of the reader may take, and how often it is asked. */
import type { Question } from '../link/link.ts';
import { decodeReply, encodeCommand, type Answer, type CommandName, type SdtFrame } from './codec.ts';

interface Patience {
  readonly replyMs: number;
  /** The longest reply: at 9600 baud the 1295 bytes of a card take 1.35 s on the wire alone. */
  readonly replyBytes: number;
  readonly attempts: number;
}

/** Vendors' drivers wait 1 to 2 s for a header and 2 to 5 s for a card. */
const PATIENCE: Readonly<Record<CommandName, Patience>> = {
  samStatus: { replyMs: 1_000, replyBytes: 11, attempts: 2 },
  samId: { replyMs: 1_000, replyBytes: 27, attempts: 2 },
  find: { replyMs: 2_000, replyBytes: 15, attempts: 2 },
  select: { replyMs: 2_000, replyBytes: 19, attempts: 2 },
  read: { replyMs: 3_000, replyBytes: 1_297, attempts: 2 },
  readWithFingerprint: { replyMs: 3_000, replyBytes: 2_321, attempts: 2 },
};

export function questionOf(command: CommandName): Question<SdtFrame, Answer> {
  return {
    bytes: encodeCommand(command),
    match: (frame) => decodeReply(command, frame),
    ...PATIENCE[command],
  };
}
