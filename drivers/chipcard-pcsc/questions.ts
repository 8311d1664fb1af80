/** What the driver asks a chip card reader, and which of its messages answers it. */
import type { Framer } from '../link/framer.ts';
import type { Question } from '../link/link.ts';
import { packQuestion, readFromReader, type SlotMessage, type SlotQuestion, type SlotReply } from '../ccid/messages.ts';

/** A slow card may think for seconds; readers ask for more time by themselves, below us. */
const REPLY_MS = 5_000;
/** 256 bytes and two status bytes behind a header. */
const REPLY_BYTES = 268;

/** What comes are whole messages. */
export const slotFramer: Framer<SlotMessage> = {
  cut: (_rest, bytes) => ({ frames: [readFromReader(bytes)], rest: new Uint8Array(0) }),
  giveUp: () => ({ frames: [], rest: new Uint8Array(0) }),
  interByteMs: () => 0,
};

/** Asked once: a card that got a command twice may count twice. */
export function slotQuestion(question: SlotQuestion, number: number): Question<SlotMessage, SlotReply> {
  return {
    bytes: packQuestion(question, number),
    match: (message) => (message.kind === 'reply' && message.number === number ? message : null),
    replyMs: REPLY_MS,
    replyBytes: REPLY_BYTES,
    attempts: 1,
  };
}
