/** What the lock shows after main's answer: name and challenge stay to be compared, also when they are good for nothing more. */
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { refusalOf, type Refusal } from './desk.ts';

export type Challenge = Extract<TechnicianReply, { kind: 'challenge' }>;

export interface Lock {
  readonly challenge: Challenge | null;
  /** No answer to this challenge is taken any more. */
  readonly spent: boolean;
  readonly refusal: Refusal | null;
}

export const NOT_ASKED: Lock = { challenge: null, spent: false, refusal: null };

export function heardAtLock(before: Lock, reply: TechnicianReply): Lock {
  if (reply.kind === 'challenge') return { challenge: reply, spent: false, refusal: null };
  return refusedAtLock(before, refusalOf(reply));
}

/** Whoever has to wait needs a new challenge afterwards. */
export function refusedAtLock({ challenge, spent }: Lock, refusal: Refusal): Lock {
  return { challenge, spent: spent || refusal.code === 'technician.noChallenge' || refusal.waitMs !== null, refusal };
}
