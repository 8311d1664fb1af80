/** What the driver asks the printer, how long each answer may take, and which frame answers it. */
import type { Question } from '../link/link.ts';
import { ASK_IN_TURN, askStatus, concat, requestProof, type StatusKind } from './codec.ts';
import type { PrinterFrame } from './framer.ts';
import { conditionOfChanges, hindranceOf } from './status.ts';

/** DLE EOT is answered at once even while printing; a second is generous. */
const STATUS_MS = 1_000;
/** A reply doesn't name its question: whatever else comes within this time makes it worthless. */
const SETTLE_MS = 30;
/** 20 cm of paper at 50 mm/s and a cut take 5 s; on top comes the receipt's own time on the wire. */
const PROOF_MS = 10_000;

export function statusQuestion(kind: StatusKind): Question<PrinterFrame, number> {
  return {
    bytes: askStatus(kind),
    match: (frame) => (frame.kind === 'status' ? frame.byte : null),
    replyMs: STATUS_MS,
    replyBytes: 1,
    // Never repeated by itself: the late reply to the first would answer the next question.
    attempts: 1,
    settleMs: SETTLE_MS,
  };
}

const ONCE = { replyMs: PROOF_MS, attempts: 1 } as const;

/** The receipt, and its proof as the answer; or the news that the printer stopped in the middle. Never repeated (law 1). */
export function printQuestion(receipt: Uint8Array, id: string): Question<PrinterFrame, 'proved' | 'stopped'> {
  return {
    ...ONCE,
    bytes: concat([receipt, requestProof(id)]),
    match(frame) {
      if (frame.kind === 'proof') return frame.id === id ? 'proved' : null;
      if (frame.kind !== 'changes') return null;
      return hindranceOf(conditionOfChanges(frame.bytes)) === null ? null : 'stopped';
    },
    replyBytes: 7,
  };
}

/** The receipt, and a question behind it that is answered in its turn: everything was carried out, if the printer is well. */
export function printInTurnQuestion(receipt: Uint8Array): Question<PrinterFrame, 'taken' | 'stopped'> {
  return {
    ...ONCE,
    bytes: concat([receipt, ASK_IN_TURN]),
    match(frame) {
      if (frame.kind === 'inTurn') return frame.paperOut ? 'stopped' : 'taken';
      if (frame.kind !== 'changes') return null;
      return hindranceOf(conditionOfChanges(frame.bytes)) === null ? null : 'stopped';
    },
    replyBytes: 1,
    settleMs: SETTLE_MS,
  };
}
