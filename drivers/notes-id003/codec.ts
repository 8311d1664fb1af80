/** The words of an ID-003 bill validator as bytes: commands out, replies in. Sources: see README. */
import type { Broken, Calm, Learnt, NoteCondition, NoteOrder } from '../cash/note-words.ts';
import { isYuanNote } from '../cash/yuan-notes.ts';
import { crc16, KERMIT, lowFirst } from '../link/crc16.ts';

export const SYNC = 0xfc;

/** STACK-1: the note counts once it has passed the lever that it can't come back from. */
const ORDER_CODES = {
  reset: 0x40,
  stack: 0x41,
  giveBack: 0x43,
  hold: 0x44,
} as const satisfies Record<NoteOrder, number>;
const STATUS = 0x11;
const CURRENCIES = 0x8a;
/** Settings are answered by their own echo. */
const SETTING_CODES = {
  denominations: 0xc0,
  security: 0xc1,
  mode: 0xc2,
  inhibit: 0xc3,
  direction: 0xc4,
} as const;
export type SettingName = keyof typeof SETTING_CODES;
const ACK = 0x50;
const INVALID = 0x4b;
/** Escrow codes 61 to 70: the validator's notes, in the order of its table. */
const FIRST_BILL = 0x61;
const BILLS = 16;
const CURRENCY_ENTRY_BYTES = 4;

/** One frame of the validator, its checksum verified; or the news that one came in damaged. */
export type Id003Frame = { readonly kind: 'reply'; readonly data: Uint8Array } | { readonly kind: 'damaged' };

const CALM: Readonly<Record<number, Calm>> = {
  0x11: 'idle',
  0x12: 'accepting',
  0x14: 'stacking',
  0x18: 'returning',
  0x19: 'holding',
  0x1a: 'disabled',
  0x1b: 'starting',
  0x47: 'paused',
  0x4a: 'busy',
};
const BROKEN: Readonly<Record<number, Broken>> = {
  0x43: 'boxFull',
  0x44: 'boxRemoved',
  0x45: 'jammed',
  0x46: 'jammed',
  0x48: 'cheated',
  0x49: 'failed',
};
/** The same byte is STACK-1 in the other direction. */
const POWER_UP = ['none', 'inValidator', 'inStacker'] as const;
const POWER_UP_FROM = 0x40;
const VEND_VALID = 0x15;
const STACKED = 0x16;

export function frameOf(...data: readonly number[]): Uint8Array {
  const body = Uint8Array.of(SYNC, data.length + 4, ...data);
  return Uint8Array.of(...body, ...lowFirst(crc16(KERMIT, body)));
}

export const ASK_STATUS = frameOf(STATUS);
export const ASK_CURRENCIES = frameOf(CURRENCIES);
/** Tells the validator that its `vend valid` was heard; without it, it says so for ever. */
export const ACKNOWLEDGE = frameOf(ACK);

export function encodeOrder(order: NoteOrder): Uint8Array {
  return frameOf(ORDER_CODES[order]);
}

export function encodeSetting(name: SettingName, ...values: readonly number[]): Uint8Array {
  return frameOf(SETTING_CODES[name], ...values);
}

/** Which bills to refuse, as the protocol wants it: a bit that is set is a bill that isn't taken. */
export function refusedBits(taken: readonly number[]): readonly [low: number, high: number] {
  const bits = taken.reduce((left, bill) => left & ~(1 << bill), 0xffff);
  return [bits & 0xff, bits >> 8];
}

/** null: not what a status request is answered with. */
export function conditionOf(data: Uint8Array): NoteCondition | null {
  const [code = 0, detail] = data;
  if (code === 0x13) return data.length === 2 && isBill(detail) ? { is: 'escrow', bill: detail - FIRST_BILL } : null;
  if (code === 0x17) return data.length === 2 ? { is: 'refusing', why: detail ?? 0 } : null;
  const broken = BROKEN[code];
  if (broken !== undefined && data.length <= 2) return { is: broken, code: detail ?? code };
  if (data.length !== 1) return null;
  if (code === VEND_VALID || code === STACKED) return { is: 'stacked', bill: null };
  const bill = POWER_UP[code - POWER_UP_FROM];
  if (bill !== undefined) return { is: 'powerUp', bill };
  const calm = CALM[code];
  return calm === undefined ? null : { is: calm };
}

function isBill(code: number | undefined): code is number {
  return code !== undefined && code >= FIRST_BILL && code < FIRST_BILL + BILLS;
}

export function wantsAcknowledgement(data: Uint8Array): boolean {
  return data.length === 1 && data[0] === VEND_VALID;
}

/** null: no answer to an order or a setting. */
export function obeyedBy(asked: Uint8Array, data: Uint8Array): 'done' | 'refused' | null {
  const [code, ...values] = asked.subarray(2, -2);
  if (data.length === 1 && data[0] === INVALID) return 'refused';
  if (code !== undefined && code < 0xc0) return data.length === 1 && data[0] === ACK ? 'done' : null;
  const isEcho =
    data.length === values.length + 1 && data[0] === code && values.every((each, at) => data[at + 1] === each);
  return isEcho ? 'done' : null;
}

/**
 * Four bytes each: escrow code, country, leading digits, power of ten. Without `country` all of them have to be of one
 * country: a number that nobody has vouched for must not turn foreign notes into yuan. null: no such table.
 */
export function currenciesOf(data: Uint8Array, country: number | null): Learnt['valuesFen'] | null {
  const entries = data.subarray(1);
  if (data[0] !== CURRENCIES || entries.length === 0 || entries.length % CURRENCY_ENTRY_BYTES !== 0) return null;
  const notes = Array.from({ length: entries.length / CURRENCY_ENTRY_BYTES }, (_, at) => {
    const [code = 0, from = 0, digits = 0, power = 0] = entries.subarray(at * CURRENCY_ENTRY_BYTES);
    return { bill: code - FIRST_BILL, from, fen: digits * 10 ** (power + 2) };
  }).filter(({ bill, fen }) => bill >= 0 && bill < BILLS && fen > 0);
  const countries = new Set(notes.map(({ from }) => from));
  const ours = country ?? (countries.size === 1 ? [...countries][0] : null);
  return Array.from({ length: BILLS }, (_, bill) => {
    const note = notes.find((each) => each.bill === bill && each.from === ours);
    return note && isYuanNote(note.fen) ? note.fen : null;
  });
}
