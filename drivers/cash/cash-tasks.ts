/** The tasks that the machine of every acceptor of money has, and what they come to. */
import type { CashHappening, CashItem, CashPlace, CashUnit } from '#contract/devices/cash-acceptor.ts';

export type CashTask =
  | { readonly kind: 'check' | 'accept' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'start'; readonly acceptFen: readonly number[] }
  /** `own`: ours, because its holder has left; it says nothing about what that one has written down. */
  | { readonly kind: 'end'; readonly own: boolean }
  | { readonly kind: 'reconcile'; readonly since: string | null };

export type CashDone =
  | { readonly kind: 'done' }
  | { readonly kind: 'unit'; readonly unit: CashUnit }
  | { readonly kind: 'item'; readonly item: CashItem }
  /** Of a note that was ordered somewhere. */
  | { readonly kind: 'place'; readonly place: CashPlace }
  | {
      readonly kind: 'happened';
      readonly happened: readonly CashHappening[];
      readonly upTo: string | null;
      readonly missed: boolean;
    };

/** A task completes with what it was for; anything else is a programming error. */
export function of<K extends CashDone['kind']>(kind: K, done: CashDone): Extract<CashDone, { kind: K }> {
  if (done.kind !== kind) throw new Error(`expected ${kind}, the machine completed with ${done.kind}`);
  return done as Extract<CashDone, { kind: K }>;
}
