/** How events become what the contract says of them: one item for `cashIn`, happenings for `reconcile`. */
import type { CashHappening } from '#contract/devices/cash-acceptor.ts';
import type { DeviceFault } from '#contract/devices/completion.ts';
import { fail, ok } from '#contract/result.ts';
import { cashFaults } from '../cash/faults.ts';
import { meaningOf } from './events.ts';
import type { CoinState, Step, Untold } from './state.ts';
import { serialOf, type CoinEvent } from './tape.ts';

/** Does the ledger have to know? A coin that came back and a lever that was pressed are nobody's money. */
export function aboutMoney({ event }: Untold): boolean {
  return event.position > 0 || meaningOf(event.code) === 'inDoubt';
}

/** `cashIn` completes with the oldest event that nobody has been told of; null when there is none. */
export function tellFirst(state: CoinState): Step | null {
  const [first, ...untold] = state.untold;
  if (first === undefined) return null;
  const { mark, event } = first;
  const left: CoinState = { ...state, untold };
  if (event.position > 0) {
    const valueFen = valueOf(state, mark, event);
    // Money that nobody can name: the ledger must ask for it, and a person will look.
    if (valueFen === null) return refuse({ ...left, reconciled: false }, cashFaults.notReconciled);
    const item = { position: 'stored', valueFen, mark, holdMs: null } as const;
    return { state: left, tell: [INSERTED], next: { kind: 'complete', completion: ok({ kind: 'item', item }) } };
  }
  switch (meaningOf(event.code)) {
    case 'refused':
      return { ...refuse(left, cashFaults.refused(event.code)), tell: [REFUSED] };
    case 'inDoubt':
      return refuse({ ...left, reconciled: false }, cashFaults.jammed(event.code));
    case 'blocked':
      return refuse(left, cashFaults.jammed(event.code));
    case 'nothing':
      return tellFirst(left);
  }
}

export function happening(state: CoinState, mark: string, event: CoinEvent): readonly CashHappening[] {
  if (event.position > 0) return [{ mark, place: 'stored', valueFen: valueOf(state, mark, event) }];
  return meaningOf(event.code) === 'inDoubt' ? [{ mark, place: 'inDoubt', valueFen: null }] : [];
}

/** By the names of the acceptor that the coin fell into; it may be another one by now. */
function valueOf({ values }: CoinState, mark: string, { position }: CoinEvent): number | null {
  return values[serialOf(mark)]?.[position - 1] ?? null;
}

function refuse(state: CoinState, fault: DeviceFault): Step {
  return { state, next: { kind: 'complete', completion: fail(fault) } };
}

const INSERTED = { name: 'itemInserted' };
const REFUSED = { name: 'itemRefused' };
