/** Takes notes and coins up to an amount, in a device host of its own: a trial, in which no ledger hears of the money. */
import type { DeviceConfig } from '#contract/config.ts';
import { cashAcceptorCommands, CashItem, CashUnit, type CashPlace } from '#contract/devices/cash-acceptor.ts';
import type { Completion } from '#contract/devices/completion.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import { startDeviceHost } from '#electron/devices/device-host-client.ts';
import { systemClock } from '#electron/main/system-clock.ts';

export interface TakenNote {
  readonly valueFen: number;
  readonly outcome: CashPlace;
}

export interface AcceptOrder {
  readonly device: DeviceConfig;
  readonly amountFen: number;
  /** For the citizen's part: how long notes are waited for. */
  readonly timeoutMs: number;
  /** Hears of each note as soon as it is known what became of it. */
  readonly onNote: (note: TakenNote) => void;
}

/** A start may have to test its motors first. */
const START_LIMIT_MS = 40_000;
const ORDER_LIMIT_MS = 20_000;
const Placed = cashAcceptorCommands.store.result;
const Reconciled = cashAcceptorCommands.reconcile.result;

type Perform = (command: string, payload: Json, timeoutMs: number) => Promise<Completion<Json>>;

/** Never takes more than the amount: what is worth too much is given back. A fault ends it; what was taken stays told. */
export async function acceptCash({
  device,
  amountFen,
  timeoutMs,
  onNote,
}: AcceptOrder): Promise<Completion<readonly TakenNote[]>> {
  const host = await startDeviceHost({ devices: [device], clock: systemClock, log: () => undefined });
  try {
    host.claim('kiosk');
    const perform: Perform = (command, payload, limitMs) =>
      host.perform(device.id, command, payload, { timeoutMs: limitMs });
    const ready = await start(perform, amountFen);
    if (!ready.ok) return ready;
    const taken = await takeUpTo(perform, amountFen, timeoutMs, onNote);
    await perform('cashInEnd', {}, ORDER_LIMIT_MS);
    return taken;
  } finally {
    await host.close();
  }
}

async function start(perform: Perform, amountFen: number): Promise<Completion<Json>> {
  const reconciled = await perform('reconcile', { since: null }, START_LIMIT_MS);
  if (!reconciled.ok) return reconciled;
  const unit = await perform('cashUnit', {}, START_LIMIT_MS);
  if (!unit.ok) return unit;
  const values = CashUnit.parse(unit.value).denominations.map(({ valueFen }) => valueFen);
  const acceptFen = [...new Set(values)].filter((valueFen) => valueFen <= amountFen);
  if (acceptFen.length === 0)
    return fail({ code: 'device.protocol', completion: 'invalidData', detail: `it takes ${values.join(', ')} fen` });
  return perform('cashInStart', { acceptFen }, START_LIMIT_MS);
}

async function takeUpTo(
  perform: Perform,
  amountFen: number,
  timeoutMs: number,
  onNote: (note: TakenNote) => void,
): Promise<Completion<readonly TakenNote[]>> {
  const notes: TakenNote[] = [];
  const until = systemClock.monotonic() + timeoutMs;
  for (;;) {
    const missing = amountFen - storedFen(notes);
    const left = Math.floor(until - systemClock.monotonic());
    if (missing <= 0 || left <= 0) return ok(notes);
    const taken = await perform('cashIn', {}, left);
    if (!taken.ok) {
      if (taken.fault.code === 'cash.refused') continue;
      return taken.fault.code === 'cash.absent' || notes.length > 0 ? ok(notes) : taken;
    }
    const item = CashItem.parse(taken.value);
    const outcome = await settle(perform, item, missing);
    const note = { valueFen: item.valueFen, outcome };
    notes.push(note);
    onNote(note);
    if (outcome === 'inDoubt') return ok(notes);
  }
}

/** Stored when it isn't worth too much. What isn't known at once is asked for. */
async function settle(perform: Perform, { position, mark, valueFen }: CashItem, missing: number): Promise<CashPlace> {
  if (position === 'stored') return 'stored';
  const settled = await perform(valueFen <= missing ? 'store' : 'giveBack', { mark }, ORDER_LIMIT_MS);
  if (settled.ok) {
    const { place } = Placed.parse(settled.value);
    if (place !== 'inDoubt') return place;
  }
  const asked = await perform('reconcile', { since: mark }, START_LIMIT_MS);
  if (!asked.ok) return 'inDoubt';
  return Reconciled.parse(asked.value).happened.find((each) => each.mark === mark)?.place ?? 'inDoubt';
}

export function storedFen(notes: readonly TakenNote[]): number {
  return notes.reduce((sum, { valueFen, outcome }) => (outcome === 'stored' ? sum + valueFen : sum), 0);
}
