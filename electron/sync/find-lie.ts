/** Compares a hub's reply with what was sent: only what fits is believed. */
import type { BatchReply } from '#contract/hub-api.ts';
import type { RecordEnvelope } from '#contract/record.ts';

/** Null when the reply can be true. `takenThrough`: the newest row of the epoch that the hub had before. */
export function findLie(
  reply: BatchReply,
  sent: readonly RecordEnvelope[],
  takenThrough: number,
): 'wrongEpoch' | 'ackBeyondSent' | 'foreignVerdict' | null {
  if (reply.epoch !== sent[0]?.epoch) return 'wrongEpoch';
  if (reply.ackThrough > Math.max(takenThrough, sent.at(-1)?.seq ?? 0)) return 'ackBeyondSent';
  const idBySeq = new Map(sent.map((row) => [row.seq, row.id]));
  if (reply.verdicts.some((verdict) => idBySeq.get(verdict.seq) !== verdict.id)) return 'foreignVerdict';
  return null;
}
