/**
 * CashAcceptor (notes and coins): the port the ledger drives, one item at a time. Whoever calls writes down what it
 * is about to order before it orders it; a `mark` names one item for good, so nothing is ever counted twice.
 */
import { z } from 'zod';

/** Whole fen; 100 fen are 1 yuan. */
export const Fen = z.number().int().nonnegative().max(100_000_000);
export type Fen = z.infer<typeof Fen>;

/**
 * Names one item or event of one device for ever: device serial and its counter, sequence or boot, as the model can.
 * The same mark twice is the same item told twice.
 */
export const CashMark = z.string().min(1).max(120);
export type CashMark = z.infer<typeof CashMark>;

export const Denomination = z.strictObject({ valueFen: Fen, enabled: z.boolean() });

/** XFS4IoT CashAcceptor capabilities, as far as a ledger needs them. */
export const CashUnit = z.strictObject({
  kind: z.enum(['notes', 'coins']),
  currency: z.literal('CNY'),
  /** null when the model doesn't say. */
  serial: z.string().nullable(),
  denominations: z.array(Denomination),
  /** Notes stop in escrow and wait for an order; coins are stored when they are seen. */
  escrow: z.boolean(),
});
export type CashUnit = Readonly<z.infer<typeof CashUnit>>;

/** `escrow`: held until `store` or `giveBack` within `holdMs`. `stored`: it is in the box already. */
export const CashItem = z.strictObject({
  position: z.enum(['escrow', 'stored']),
  valueFen: Fen,
  mark: CashMark,
  holdMs: z.number().int().positive().nullable(),
});
export type CashItem = Readonly<z.infer<typeof CashItem>>;

/** Where an item is now. `inDoubt`: nobody can know from here; a person has to look (never counted by itself). */
export const CashPlace = z.enum(['stored', 'returned', 'inDoubt']);
export type CashPlace = z.infer<typeof CashPlace>;

/** What the device did while nobody listened: after a start, a replug, a lost reply. */
export const CashHappening = z.strictObject({
  mark: CashMark,
  place: CashPlace,
  /** null when the device can't say which item it was. */
  valueFen: Fen.nullable(),
});
export type CashHappening = Readonly<z.infer<typeof CashHappening>>;

export const StorageCount = z.strictObject({ valueFen: Fen, count: z.number().int().positive() });

/**
 * XFS4IoT storage counts, by value and the smallest first, since the driver was opened: what a technician compares with
 * the box. Each item counts once. The ledger alone says what was paid.
 */
export const StorageCounts = z.strictObject({
  /** In the box. */
  deposited: z.array(StorageCount),
  /** Went into escrow and came out again. */
  returned: z.array(StorageCount),
  /** In the box, and the device can't say what it is. */
  unrecognized: z.number().int().nonnegative(),
  /** Not taken in at all. */
  rejected: z.number().int().nonnegative(),
});
export type StorageCounts = Readonly<z.infer<typeof StorageCounts>>;

export const cashAcceptorCommands = {
  cashUnit: { payload: z.strictObject({}), result: CashUnit },
  /** Takes items of these values from now on. */
  cashInStart: { payload: z.strictObject({ acceptFen: z.array(Fen).min(1) }), result: z.null() },
  /** Waits for one item. Completes with `userError` and a fault for an item that was refused. */
  cashIn: { payload: z.strictObject({}), result: CashItem },
  /** Orders the note in escrow into the box. A lost reply ends as `inDoubt`, unless the device can prove more. */
  store: { payload: z.strictObject({ mark: CashMark }), result: z.strictObject({ place: CashPlace }) },
  giveBack: { payload: z.strictObject({ mark: CashMark }), result: z.strictObject({ place: CashPlace }) },
  /** Takes nothing more; a note in escrow is given back first. */
  cashInEnd: { payload: z.strictObject({}), result: z.null() },
  /**
   * What happened since `since`, the newest mark that was ever told (null: whatever the device still remembers), oldest
   * first, and the mark to ask from next time. A device without counters can only mean that newest item: of an item that
   * is settled already nothing new is said. An item that was ordered into the box and isn't told of is in doubt for good.
   * `missed`: more happened than the device remembers, so a person must count the box.
   */
  reconcile: {
    payload: z.strictObject({ since: CashMark.nullable() }),
    result: z.strictObject({ happened: z.array(CashHappening), upTo: CashMark.nullable(), missed: z.boolean() }),
  },
} as const;

/** Events while `cashIn` runs. */
export const CashAcceptorEvent = z.enum(['itemInserted', 'itemRefused', 'itemTaken']);
export type CashAcceptorEvent = z.infer<typeof CashAcceptorEvent>;
